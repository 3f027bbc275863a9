"""The command line. Imports the other rooms only when a command needs them."""
