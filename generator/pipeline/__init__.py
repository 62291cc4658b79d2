"""Where the two lines meet: what each command does, from files to files. It returns values and prints nothing."""
