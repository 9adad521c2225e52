"""Who may do what in the programme, noun by noun. Each docstring is the policy; `visible_to` says with whom."""
