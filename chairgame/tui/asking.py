"""A question before something ends: what a key is asked for twice.

Knows neither the screen nor its keys: whoever asks names the action, and says which action came next.
"""


class Asking:
    """At most one question is open. The same action once more answers it; any other takes it back."""

    def __init__(self) -> None:
        self._action = ""
        self.question = ""
        """What the last key wants to know before it ends something; empty where nothing is asked."""

    def is_sure(self, action: str, question: str) -> bool:
        """Whether what ends something was asked for twice in a row; else the question is put."""
        if self._action == action:
            self.acts("")
            return True
        self._action, self.question = action, question
        return False

    def acts(self, action: str) -> None:
        """A key is going to act. Any other than the one that a question waits for means no."""
        if self._action != action:
            self._action = self.question = ""
