from audit.sentences import declare

declare(
    messaging__message__promised="promised a message",
    messaging__message__sent="sent a message",
    messaging__message__withdrawn="took back messages that had not been sent",
    messaging__message__failed="gave up on a message that could not be sent",
    messaging__message__refused="had a message refused by its address",
    messaging__text__promised="promised a text message",
    messaging__texts__promised="promised text messages",
    messaging__text__superseded="replaced text messages that told of an earlier time",
    messaging__text__cancelled="took back text messages that had not gone",
    messaging__text__held="held a text message for somebody to decide",
    messaging__text__released="let a held text message go",
    messaging__number__stopped="was asked for no more texts to a number",
    messaging__number__started="was asked to text a number again",
    messaging__number__paused="let a number rest",
    messaging__number__resumed="let texts go to a number again",
    messaging__number__went_bad="learned that texts cannot reach a number",
    messaging__number__verified="checked a number with whoever holds it",
)
