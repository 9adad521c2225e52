from audit.sentences import declare

declare(
    pages__contact__loaded="put the contact points that come with Alongside in place",
    pages__contact__agreed="agreed to a contact point that somebody else wrote",
    pages__contact__sent_back="sent a change to a contact point back",
    pages__editor__admitted="let somebody in to the public site's editor, as their roles say",
    pages__editor__dismissed="closed the public site's editor to somebody, as their roles say",
    pages__page__approved="said yes to a draft that they did not write",
    pages__page__sent_back="sent a draft back",
    pages__shipped__loaded="put the pages that come with Alongside in place",
)
