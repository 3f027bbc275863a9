"""What all tests share: how long hypothesis may think."""

from hypothesis import HealthCheck, settings

# Examples are small; what is slow about the first one is an import, and a busy machine is not a defect.
settings.register_profile("chairgame", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("chairgame")
