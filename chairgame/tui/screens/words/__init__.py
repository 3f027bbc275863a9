"""Words mode: three benches on one text, each a screen of its own that is loaded when somebody goes there."""
