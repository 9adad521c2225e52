from messaging.models.inbound_texts import InboundText
from messaging.models.messages import Message
from messaging.models.numbers import Number
from messaging.models.senders import Sender
from messaging.models.spends import Spend
from messaging.models.text_events import TextEvent
from messaging.models.texts import Text

__all__ = ["InboundText", "Message", "Number", "Sender", "Spend", "Text", "TextEvent"]
