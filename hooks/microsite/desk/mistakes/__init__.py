"""What reading objects to before any rule is asked, by the code of each problem."""
