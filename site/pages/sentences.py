from audit.sentences import declare

declare(
    pages__contact__loaded="put the contact points that come with Alongside in place",
    pages__contact__agreed="agreed to a contact point that somebody else wrote",
    pages__contact__sent_back="sent a change to a contact point back",
    pages__editor__admitted="let somebody in to the public site's editor, as their roles say",
    pages__editor__dismissed="closed the public site's editor to somebody, as their roles say",
    pages__hand_over__answered="wrote down that a message from a public form was answered",
    pages__hand_over__brought_back="took a message from a public form out of the spam",
    pages__hand_over__handed_over="made a record of the programme of a message from a public form",
    pages__hand_over__let_go="emptied or deleted old messages from public forms",
    pages__hand_over__listed="looked at the list of messages from public forms",
    pages__hand_over__not_ours="wrote down that a message from a public form is not for us",
    pages__hand_over__opened="opened a message from a public form",
    pages__hand_over__put_back="put a message from a public form back for somebody else",
    pages__hand_over__sent="sent us a message by a public form",
    pages__hand_over__taken="took a message from a public form",
    pages__hand_over__unwanted="put a message from a public form with the spam",
    pages__page__approved="said yes to a draft that they did not write",
    pages__page__sent_back="sent a draft back",
    pages__shipped__loaded="put the pages that come with Alongside in place",
)
