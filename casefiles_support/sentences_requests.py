WORDS: dict[str, str] = {
    "files__request__begun": "began a request to a holder",
    "files__fact__added": "wrote down what happened to a request",
    "files__fact__put_right": "put right what was written down about a request",
}
