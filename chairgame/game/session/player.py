"""The player of time: whether it plays, how fast, and which moment of the rebuild shown there is to see.

Pure seconds: it is told how many have passed, knows no clock, and of the runs only the number of the epoch shown.
"""

from chairgame.game.session.beats import FULL, NORMAL, SPEEDS, Beat, Moment, Phase, Speed, beat_for


class Player:
    """Plays one beat after the other. What comes next is up to whoever lets time pass."""

    def __init__(self) -> None:
        self._playing = False
        self._speed_index = NORMAL
        self._elapsed = 0.0
        self._epoch = 0
        self._is_event = False
        self._is_stepping = False  # phase by phase every one is shown, however late the epoch

    @property
    def playing(self) -> bool:
        """Whether time runs."""
        return self._playing

    @property
    def speed_index(self) -> int:
        """Which step of the speed control it is at."""
        return self._speed_index

    @property
    def speed(self) -> Speed:
        """How fast it plays."""
        return SPEEDS[self._speed_index]

    @property
    def elapsed(self) -> float:
        """Seconds of the beat that have passed."""
        return self._elapsed

    @property
    def beat(self) -> Beat:
        """How the epoch shown is played."""
        return FULL if self._is_stepping else beat_for(self._epoch, self.speed, event=self._is_event)

    @property
    def moment(self) -> Moment:
        """The phase shown and how far it is."""
        return self.beat.at(self._elapsed)

    @property
    def is_measured(self) -> bool:
        """Whether the scanner has read the rebuild shown."""
        phase = self.moment.phase
        return phase is None or phase > Phase.MEASURE

    @property
    def is_at_end(self) -> bool:
        """Whether the beat is over."""
        return self._elapsed >= self.beat.seconds

    @property
    def seconds_of_stillness(self) -> float:
        """For how long passing time moves nothing: until the next cut; 0 while parts fly."""
        return max(0.0, self.beat.seconds - self._elapsed) if self.beat.is_cut else 0.0

    def play(self) -> None:
        """Let time run."""
        self._playing = True

    def pause(self) -> None:
        """Hold on at this very moment."""
        self._playing = False

    def pass_time(self, seconds: float) -> None:
        """Go on within the beat, whether it plays or is moved by another hand."""
        self._elapsed += seconds

    def show_start(self) -> None:
        """The beat's start: the pile."""
        self._elapsed = 0.0

    def show_end(self) -> None:
        """The beat's end: everything has happened."""
        self._elapsed = self.beat.seconds

    def show_moment(self, seconds: float) -> None:
        """So many seconds after the beat's start, where a lesson or a film wants to be."""
        self._elapsed = seconds

    def stand_still(self) -> None:
        """Hold on at the beat's end: a hand and a sitter need something that stands."""
        self.pause()
        self.show_end()

    def rest(self) -> None:
        """After a jump: playing goes on from the beat's start, holding shows its end."""
        if self._playing:
            self.show_start()
        else:
            self.show_end()

    def take_up(self, epoch: int, *, is_event: bool = False) -> None:
        """Another epoch is shown; an event gets a full cycle."""
        self._epoch, self._is_event, self._is_stepping = epoch, is_event, False

    def hold_after(self, phase: Phase) -> None:
        """Hold at the end of a phase, shown in full."""
        self._playing, self._is_stepping = False, True
        self._elapsed = FULL.end_of(phase)

    def set_speed(self, index: int) -> None:
        """Play at a step of the speed control; beyond its ends at the last one."""
        self._speed_index = min(max(0, index), len(SPEEDS) - 1)
