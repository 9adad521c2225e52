"""Councils of England and Wales that ran children’s services and are no longer there: county, borough and area councils
from the reorganisation of 1974 on. `successor` is the council of today that we would ask first; where several share an
area it is left empty, and `note` names them. No address is given: each is looked up and looked at twice.
"""

from dataclasses import dataclass
from datetime import date

ACT_1985 = "Local Government Act 1985"
ACT_1992 = "Orders under the Local Government Act 1992"
ACT_1994 = "Local Government (Wales) Act 1994"
ACT_2007 = "Orders under the Local Government and Public Involvement in Health Act 2007"
ILEA = "Education Reform Act 1988"
ACT_1963 = "London Government Act 1963"
ACT_1972 = "Local Government Act 1972"
# Said of each: the names, the days and the acts are well known, and nobody has read the acts through for this list.
NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class Gone:
    """`closed_on` is the first day without it. `successor` is the name of a council in site/places/data, "" where there
    are several.
    """

    name: str
    closed_on: date
    nation: str
    successor: str
    source: str
    note: str = ""


E, W = "E", "W"
IN_1996, IN_2009 = date(1996, 4, 1), date(2009, 4, 1)
GONE = (
    Gone("Avon County Council", IN_1996, E, "", ACT_1992,
         "Ask Bristol, South Gloucestershire, North Somerset, or Bath and North East Somerset"),
    Gone("Cleveland County Council", IN_1996, E, "", ACT_1992,
         "Ask Middlesbrough, Hartlepool, Stockton-on-Tees, or Redcar and Cleveland"),
    Gone("Humberside County Council", IN_1996, E, "", ACT_1992,
         "Ask Hull, East Riding of Yorkshire, North Lincolnshire, or North East Lincolnshire"),
    Gone("Berkshire County Council", date(1998, 4, 1), E, "", ACT_1992,
         "Ask Reading, Slough, Wokingham, Bracknell Forest, West Berkshire, or Windsor and Maidenhead"),
    Gone("Hereford and Worcester County Council", date(1998, 4, 1), E, "", ACT_1992,
         "Ask Herefordshire or Worcestershire"),
    Gone("Bedfordshire County Council", IN_2009, E, "", ACT_2007, "Ask Central Bedfordshire, or Bedford"),
    Gone("Cheshire County Council", IN_2009, E, "", ACT_2007,
         "Ask Cheshire East, or Cheshire West and Chester"),
    Gone("Bournemouth Borough Council", date(2019, 4, 1), E, "Bournemouth, Christchurch and Poole", ACT_2007),
    Gone("Borough of Poole", date(2019, 4, 1), E, "Bournemouth, Christchurch and Poole", ACT_2007),
    Gone("Dorset County Council", date(2019, 4, 1), E, "Dorset", ACT_2007,
         "For Christchurch ask Bournemouth, Christchurch and Poole"),
    Gone("Buckinghamshire County Council", date(2020, 4, 1), E, "Buckinghamshire", ACT_2007),
    Gone("Northamptonshire County Council", date(2021, 4, 1), E, "", ACT_2007,
         "Ask North Northamptonshire or West Northamptonshire"),
    Gone("Cumbria County Council", date(2023, 4, 1), E, "", ACT_2007,
         "Ask Cumberland, or Westmorland and Furness"),
    Gone("Inner London Education Authority (ILEA)", date(1990, 4, 1), E, "", ILEA,
         "Schools and special schools. Ask the London borough where the school was"),
    Gone("Greater London Council (GLC)", date(1986, 4, 1), E, "", ACT_1985,
         "It did not run children’s services: the London boroughs did"),
    Gone("London County Council", date(1965, 4, 1), E, "", ACT_1963,
         "Ask the London borough where they lived. Papers of its homes may be in the London Metropolitan Archives"),
    Gone("West Riding County Council", date(1974, 4, 1), E, "", ACT_1972,
         "Ask the council of the place where they lived"),
    Gone("Clwyd County Council", IN_1996, W, "", ACT_1994,
         "Ask Flintshire, Wrexham, Denbighshire or Conwy"),
    Gone("Dyfed County Council", IN_1996, W, "", ACT_1994,
         "Ask Carmarthenshire, Pembrokeshire or Ceredigion"),
    Gone("Gwent County Council", IN_1996, W, "", ACT_1994,
         "Ask Newport, Torfaen, Monmouthshire, Blaenau Gwent or Caerphilly"),
    Gone("Gwynedd County Council (1974 to 1996)", IN_1996, W, "", ACT_1994,
         "Ask Gwynedd, Isle of Anglesey or Conwy"),
    Gone("Mid Glamorgan County Council", IN_1996, W, "", ACT_1994,
         "Ask Rhondda Cynon Taf, Bridgend, Merthyr Tydfil or Caerphilly"),
    Gone("South Glamorgan County Council", IN_1996, W, "", ACT_1994,
         "Ask Cardiff or the Vale of Glamorgan"),
    Gone("West Glamorgan County Council", IN_1996, W, "", ACT_1994,
         "Ask Swansea or Neath Port Talbot"),
    Gone("Powys County Council (1974 to 1996)", IN_1996, W, "Powys", ACT_1994,
         "The same area, but for small changes"),
)  # fmt: skip
