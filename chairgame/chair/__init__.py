"""Parts, poses and chair files. Knows no network and no screen."""
