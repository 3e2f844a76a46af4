"""Reports on written questions: what is overdue, how long answers take, what has happened since.

``corpus`` gets the facts out of a store, ``etat`` says what had become of a question by a day, one
module each makes a report of them, and every report is one value (``report``), which every output
renders. Nothing depends on the clock: the day is an argument.
"""
