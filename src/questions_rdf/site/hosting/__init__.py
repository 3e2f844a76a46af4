"""What web servers have to be told, so that the IRIs of things lead to the documents about them."""
