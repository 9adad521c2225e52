from audit.sentences import declare

declare(
    messaging__message__promised="promised a message",
    messaging__message__sent="sent a message",
    messaging__message__withdrawn="took back messages that had not been sent",
    messaging__message__failed="gave up on a message that could not be sent",
    messaging__message__refused="had a message refused by its address",
)
