"""What happened, told to the person whose journey it is: a plain sentence, and what it means."""
