"""Names for made-up people, and the sort of things mentors write."""

FIRST = (
    "Aaron Abbie Adele Ahmed Aisha Amara Andre Anya Ash Bea Ben Billy Bronwen Caleb Callum Carys Cerys Chantelle "
    "Chloe Connor Courtney Curtis Dafydd Dana Danny Darius Dean Demi Dion Dom Donna Dylan Eddie Ellie Emyr Errol "
    "Ewan Faye Femke Finn Gaz Gemma Gethin Grace Hari Hollie Ibrahim Imogen Isaac Jade Jamal Jay Jess Joel Josh "
    "Kai Kasia Kayleigh Keiran Kelly Kofi Kyle Lacey Layla Leah Lee Leon Lewis Liam Lola Luke Maisie Marcus Mason "
    "Megan Mikey Mo Nadine Nathan Nia Noah Ollie Omar Owen Paige Parveen Pat Reece Rhys Robyn Ronnie Rory Ruby "
    "Ryan Sadie Seren Shan Shay Sian Stacey Tariq Tasha Taylor Theo Tia Tommy Tyrone Yasmin Zac Zara Zoe"
).split()
FAMILY = (
    "Abbot Ackroyd Adeyemi Barrow Beckett Bhatt Birch Blythe Boateng Bowen Bramley Brook Carrow Castell Chapelow "
    "Clegg Coley Corrigan Dale Darnley Doyle Dunmore Edge Ellwood Fairley Farrow Fell Garrick Gill Greave Hallam "
    "Harper Hirst Hulme Idris Ingham Jepson Kaye Khatri Kirkby Lamb Langdale Lister Lowther Marsden Mellor Moran "
    "Nettle Nolan Oakes Obi Ogden Parfitt Pell Penrose Quayle Radley Raine Rees Ridley Rudd Sayers Selby Shaw "
    "Silcock Sowden Stubbs Tate Thorley Tully Unwin Vaughan Wade Waring Whelan Winder Yardley Yates"
).split()

DID = (
    "Went through his letter from the council line by line.",
    "Talked about the first week out and wrote a list.",
    "Practised what to say at the pathway plan meeting.",
    "Filled in the form for a birth certificate.",
    "Played cards and talked. He needed an ordinary hour.",
    "Looked at college courses she can start inside.",
    "Wrote to his sister together. He posted it himself.",
    "Made a plan for the phone call with the housing team.",
    "Walked round the park. Talked about feeling watched.",
    "Went to the bank to open an account.",
    "Talked about what a personal adviser is for.",
    "Read the leaflet about seeing your own records. No decision yet, and no rush.",
)
SAID = (
    "“First time someone turned up when they said they would.”",
    "“I never told anyone in here I was in care.”",
    "“I want my own front door. That’s it.”",
    "“My nan would have liked you.”",
    "“I don’t want to be a number again.”",
    "“Ask me again next week.”",
    "",
    "",
)
NEXT = (
    "I will ask who his personal adviser is.",
    "She will ring the college. I will bring the form.",
    "Both of us: think of three people for the network map.",
    "Ask the wing about a quieter room.",
    "Meet at the same time next week.",
    "I will find out about the setting up home grant.",
    "",
)
WORRIES = (
    "He said he has not slept and cannot see the point any more. He was shaking.",
    "She has bruises and would not say how. She asked me not to tell.",
    "Somebody on the wing is taking his food and his money.",
    "He is sleeping in a car and has stopped taking his tablets.",
    "She said she feels unsafe where she is staying.",
)
