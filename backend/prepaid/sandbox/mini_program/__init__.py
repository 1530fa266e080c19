"""WeChat's server side of a mini-program, with people who have phones."""
