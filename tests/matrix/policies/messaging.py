from tests.matrix.doors import Door

# For Twilio alone: whoever they are, without its signature they are turned away before anything is read.
DOORS = [
    Door("messaging:texts-report", public=True, post_only=True, answers=403),
    Door("messaging:inbound-texts-receive", public=True, post_only=True, answers=403),
]
