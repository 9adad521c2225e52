from audit.sentences import declare

declare(
    places__shipped__loaded="loaded the councils, prisons and probation regions that come with Alongside",
    places__upload__checked="checked a file of places",
    places__upload__applied="changed the directory from a file",
    places__sheet__exported="took a spreadsheet of the directory",
    places__place__added="added a place to the directory",
    places__place__edited="changed the facts of a place",
    places__offer__put="wrote down what a council does for care leavers",
    places__offer__taken_away="took away a line of what a council does",
    places__post__added="added a post",
    places__post__edited="changed a post",
    places__post__verified="checked that a post is still right",
    places__post__vacated="recorded that nobody holds a post",
    places__posting__started="appointed somebody to a post",
    places__posting__ended="ended somebody's time in a post",
)
