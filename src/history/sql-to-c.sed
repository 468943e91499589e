# A text file as the lines of a C string: each escaped, in quotes, with its line feed.
s/[\\"]/\\&/g
s/^/"/
s/$/\\n"/
