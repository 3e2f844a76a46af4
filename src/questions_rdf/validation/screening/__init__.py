"""The screen in front of pySHACL: the shapes, compiled into checks of what is surely right."""
