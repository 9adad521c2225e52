"""A browser in words, from the line it sends: enough to tell a phone from a library computer."""

# In order: what pretends to be another comes before it.
BROWSERS = {
    "Edg": "Edge",
    "SamsungBrowser": "Samsung Internet",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
DEVICES = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "an Android phone or tablet",
    "Windows": "a Windows computer",
    "Macintosh": "a Mac",
    "CrOS": "a Chromebook",
    "Linux": "a Linux computer",
}


def in_words(line: str) -> str:
    """`Firefox on a Windows computer`. Words that this function made before stay as they are."""
    if " on a" in line:
        return line
    browser = next((name for mark, name in BROWSERS.items() if mark in line), "A browser")
    device = next((name for mark, name in DEVICES.items() if mark in line), "another device")
    return f"{browser} on {device}"
