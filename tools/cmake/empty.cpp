// A layer whose first source is not there yet still is a library.
