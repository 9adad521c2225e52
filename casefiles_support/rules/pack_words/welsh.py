"""Y tudalennau a lenwir, yn Gymraeg. No fluent reader has checked these words yet: READ_BY stays empty until one has,
and until then every page says so.
"""

from casefiles_support.rules.pack_words.shared import Words

READ_BY = ""
# fmt: off
MONTHS = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
    "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
)
# fmt: on
DAYS = ("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul")

COVER = {
    "title": "Papurau preifat",
    "found": "Mae’r papurau hyn yn breifat. Os ydych wedi dod o hyd iddynt, peidiwch â’u darllen. Rhowch nhw yn ôl i’r "
    "person a enwir yma, neu i aelod o staff a fydd yn gwneud hynny.",
}
FOOT = {
    "number": "Tudalen {n} o {m}",
    "goes_on": "parhad",
    "printed": "Papurau preifat {name}. Argraffwyd {day}. Mae argraffiad mwy newydd yn cymryd lle’r un yma.",
    "ring": "Ffoniwch ni: {ring}.",
    "write": "Ysgrifennwch atom: {write}.",
    "neither": "I gysylltu â ni, gofynnwch i’r person a roddodd hwn i chi.",
}
STATES = {
    "drafting": "rydym yn ysgrifennu’r llythyr gyda chi.",
    "agreed": "rydych wedi cytuno ar y llythyr. Mae’n cael ei wirio.",
    "ready": "mae’r llythyr yn barod i fynd.",
    "sent": "mae’r llythyr wedi mynd.",
    "running": "mae eich llythyr ganddynt, ac rydym yn aros am ateb.",
    "waiting_for_proof": "maen nhw wedi gofyn am brawf, ac yn aros amdano.",
    "paused": "maen nhw wedi gofyn cwestiwn, ac yn aros am yr ateb.",
    "lapsed": "fe’i caewyd ganddynt am na chawsant ateb. Gellir gofyn eto.",
    "part_answered": "mae rhan ohono wedi dod. Mae’r gweddill i ddod.",
    "answered": "maen nhw wedi ateb.",
    "none_found": "maen nhw’n dweud nad oes ganddynt ddim. Nid yw hynny’n golygu na ddigwyddodd. Mae mwy o leoedd i "
    "ofyn.",
    "refused": "maen nhw wedi gwrthod. Gallwch ofyn iddynt edrych eto.",
    "passed_on": "maen nhw wedi’i anfon ymlaen at rywun arall, sydd â’i amser ei hun.",
    "in_complaint": "mae cwyn wedi mynd atynt.",
    "with_ico": "mae’r rheoleiddiwr yn edrych arno.",
    "withdrawn": "rydych wedi’i dynnu’n ôl. Gallwch ofyn eto unrhyw bryd.",
    "closed": "mae hyn wedi gorffen. Gellir ei ailagor.",
}
WHERE = {
    "title": "Lle mae pethau nawr",
    "top": "Dyma sut oedd pethau ar {day}. Gallwch ei gadw, ei ddangos, neu ei daflu.",
    "rest": "Mae’r tudalennau ar ôl y tair cyntaf yn Saesneg am nawr.",
    "nothing": "Nid oes neb wedi cael cais eto. Nid oes rhaid i chi benderfynu heddiw.",
    "holder": "{holder}: {state}",
    "until": "Mae ganddynt tan ddiwedd {due}.",
    "about": "Mae ganddynt tan tua {due}. Nid oes neb wedi dweud wrthym eto pa ddiwrnod y cawsant eich llythyr, felly "
    "amcan yw hyn.",
    "provisional": "Nid yw gwyliau banc y flwyddyn honno’n hysbys eto, felly gall y dydd symud.",
    "late": "Maen nhw’n hwyr. Nid eich bai chi yw hynny. Mae llythyr y gallwn ei anfon.",
    "may_be_late": "Efallai eu bod yn hwyr. Rydym yn gofyn iddynt pa ddiwrnod y cawsant eich llythyr.",
    "paused": "Mae eu hamser yn sefyll nes iddynt gael ateb gennych chi neu gennym ni. Mae ateb yn fuan yn ei gadw i "
    "fynd.",
    "not_started": "Nid yw eu hamser wedi dechrau eto. Mae’n dechrau pan fydd ganddynt eich llythyr a phopeth y "
    "gofynnwyd amdano.",
    "papers": "Lle mae’r papurau",
    "no_papers": "Nid oes papurau wedi dod eto.",
    "next": "Beth sy’n dod nesaf",
    "no_next": "Nid oes dim wedi’i drefnu eto. Gofynnwch i ni pan fyddwn yn eich gweld.",
    "honest": "Beth gallwn ei addo, a beth na allwn",
    "promise": "Ni allwn wneud i gyngor fynd yn gyflymach, ac ni allwn ddweud beth sydd yn eich papurau. Gallwn "
    "ddweud y "
    "gwir wrthych am y dyddiadau, a bod yno pan fyddwch eisiau.",
    "yours": "Chi biau’r papurau. Ni chaiff neb yma wneud i chi ofyn amdanynt, eu darllen na’u rhannu, ac nid oes dim "
    "arall a gewch gennym yn dibynnu ar hynny.",
}
DATES = {
    "title": "Dyddiadau",
    "council": "Beth mae’n rhaid iddyn nhw ei wneud",
    "ours": "Beth rydym ni wedi’i addo i chi",
    "by": "{holder}: ateb erbyn {due}",
    "by_about": "{holder}: ateb erbyn tua {due}",
    "none": "Nid oes dydd wedi’i osod eto.",
    "none_ours": "Nid oes gennym ddim wedi’i drefnu gyda chi eto.",
    "two": "Dau gloc yw’r rhain. Os byddwch yn stopio am ychydig, mae hynny’n stopio ein cloc ni. Nid yw’n stopio eu "
    "cloc nhw.",
    "key": "C: dydd olaf y cyngor. W: beth rydym ni wedi’i addo. R: dydd rydych am ddarllen. T: y dydd yr "
    "argraffwyd hwn.",
    "worked": "Sut y cawsom y dydd ar gyfer {holder} (yn Saesneg am nawr)",
}
CHOOSE = {
    "title": "Beth gallaf ei ddewis nesaf",
    "top": "Ticiwch beth rydych ei eisiau, faint bynnag. Nid oes rhaid dweud pam. Gallwch newid eich meddwl unrhyw "
    "bryd.",
    "pause": "Os byddwch yn stopio am ychydig: mae hynny’n iawn. Nid oes dim yn cael ei golli. Mae cloc y cyngor yn "
    "mynd "
    "ymlaen, felly gall y papurau ddod o hyd. Gallwn eu cadw dan sêl ac yn ddiogel nes i chi ddweud.",
    "ahead": "Os ydych am fynd ymlaen yn groes i’n cyngor, eich dewis chi yw hynny. Byddwn yno o hyd, y dydd hwnnw ac "
    "wedyn.",
    "own": "Rhywbeth arall:",
    "return": "Rhowch y dudalen hon i’ch cefnogwr, neu ei phlygu, ei rhoi mewn amlen a’i phostio.",
    "to": "At",
    "code": "Cod",
    "code_why": "Mae’r cod yn dweud mai oddi wrthych chi y daeth. Nid yw’n dweud dim arall.",
}
CHOICES = (
    "Stopio am ychydig",
    "Stopio",
    "Dechrau eto",
    "Mynd ymlaen nawr",
    "Cefnogwr gwahanol",
    "Dim cefnogwr",
    "Fy mentor y tu allan i’r ystafell",
    "Fy nghefnogwr i’w ddarllen gyntaf",
    "Darllen rhan ohono yn unig",
    "Lluniau yn gyntaf",
    "Cael rhywun i’w ddarllen i mi",
    "Print mwy, neu bapur lliw",
    "Ateb i un cwestiwn yn unig",
    "Ei gadw dan sêl am nawr",
    "Ei gadw y tu allan nes i mi adael",
    "Cymryd caniatâd yn ôl",
    "Gweld popeth sydd gennych amdanaf",
    "Gweld pwy edrychodd ar fy nghofnod",
    "Cwyno amdanoch chi",
    "Siarad â rhywun am hyn",
)
SLIPS = {
    "a": "Apwyntiad preifat",
    "b": "Galwch heibio heno, os gwelwch yn dda",
    "name": "Enw",
    "number": "Rhif",
    "day": "Dydd",
    "time": "Amser",
    "where": "Lle",
    "ring": "Cwestiynau? Ffoniwch",
    "tonight": "Heno ac yfory",
    "a_words": "Gwnewch yn siŵr y gallant gyrraedd mewn pryd, a bod yr ystafell yn breifat.",
    "b_words": "Mae ganddynt apwyntiad preifat heddiw. Gofalwch fod rhywun yn galw i’w gweld heno, ac eto yfory.",
    "b_consent": "Maen nhw wedi cytuno i’r slip hwn.",
    "b_worried": "Os ydych yn poeni amdanynt, dilynwch eich proses dalfa ddiogelach ar unwaith.",
}
WELSH = Words(
    lang="cy",
    months=MONTHS,
    days=DAYS,
    short_days=("Ll", "Ma", "Me", "Ia", "Gw", "Sa", "Su"),
    date="{weekday} {day} {month} {year}",
    between="{start} i {end}",
    read_by=READ_BY,
    not_read="Nid yw siaradwr rhugl wedi gwirio’r Gymraeg hon eto.",
    cover=COVER,
    foot=FOOT,
    states=STATES,
    where=WHERE,
    dates=DATES,
    choose=CHOOSE,
    choices=CHOICES,
    slips=SLIPS,
)
