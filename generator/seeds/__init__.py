"""Reading: a folder of files becomes articles whose parts are told apart."""
