"""English words that go with each type of incident, be they no cue by themselves: data, not code.

`topics` adds them up. ``TELLING`` words count twice: they are rarely met in reports of another type.
Each is given in the form that a dictionary has; forms that do not follow from it stand beside it.
"""

from __future__ import annotations

TELLING: dict[str, str] = {
    "crossing": """
        defect defector defection escapee escape asylum fugitive wade swim swam swum raft stowaway trespass trespasser sneak snuck
        infiltrate intruder intrusion jailbreak breakout absconder dinghy footprint border-crosser inner-tube refuge emigrate
        crosser motorcade
    """,
    "repatriation": """
        repatriate repatriation deport deportation extradite extradition returnee refoulement non-refoulement handover deportee
    """,
    "shooting": """
        shoot shot shooting gunfire gunshot gunman gunmen bullet murder murderer stab knife knifed axe hatchet wound assailant robber
        rob robbery brawl fistfight fist homicide slain slay slaying killer assault attacker attack ambush bludgeon strangle
        manslaughter autopsy rape burglar burglary break-in mugging throat machete cleaver warning-shot sniper
    """,
    "desertion": """
        deserter desertion desert awol abscond runaway
    """,
    "smuggling": """
        smuggle smuggler contraband illicit counterfeit meth methamphetamine amphetamine opium heroin narcotic cocaine drug
        undeclared poach poacher bootleg stash black-market untaxed ship-to-ship transponder sanctions-busting smuggling anti-smuggling
        pseudoephedrine ivory pelt antler hidden unlicensed mislabel
    """,
    "bribery": """
        bribe bribery corruption corrupt extort extortion kickback graft embezzle embezzlement collusion collude racket levy
        levies payoff backhander shakedown misappropriate fleece loyalty surcharge pocketing siphon
    """,
    "surveillance": """
        surveillance camera cctv jam jammer jamming detector wiretap drone sensor fingerprint biometric dna eavesdrop
        tracker gps antenna informant informer facial roll-call checkpoint armband sim handset monitor monitoring lens
        radio-wave watchers registration register stakeout tapping bug intercept identification loudspeaker
    """,
    "border_works": """
        fence fencing barbed watchtower wall barrier embankment pave erect trench floodlight barracks bunker wire
        revetment construction bulldozer excavator scaffold scaffolding groundwork renovation renovate demolish levee dyke dike
        girder pier resurface tarmac asphalt pylon hut electrify rebar blockhouse spike
    """,
    "closure": """
        close closure shut seal lockdown curfew reopen reopening suspend suspension halt ban restrict restriction cordon
        off-limits bar barred forbid forbidden prohibit roadblock stranded evict re-open resumption shutdown standstill indefinitely
    """,
    "health": """
        virus outbreak epidemic pandemic flu influenza disease vaccine vaccinate vaccination infection infect cholera typhoid typhus
        paratyphoid measles diarrhea diarrhoea dysentery swine anthrax foot-and-mouth tuberculosis cull veterinary veterinarian
        symptom quarantine covid covid-19 coronavirus sars mers hepatitis scarlet contagion contagious mask disinfect
        disinfection malaria rabies brucellosis avian pcr contaminate poisoning parasite pathogen antibiotic paracetamol
        epidemiologist isolation
    """,
    "disaster": """
        flood flooding floodwater typhoon storm landslide mudslide earthquake quake tremor magnitude explosion explode blast
        fire blaze drown drowning capsize sink sank sunk collapse derail derailment crash collision avalanche downpour
        rainfall cloudburst deluge inundate drought hail hailstorm lightning accident rescue rescuer leak seep crack
        evacuate evacuee homeless casualty debris rubble submerge swept wreck wreckage aftershock inferno flame
        blizzard frost heatwave gale gust breach overflow burst sinkhole rockfall cave-in detonate millimeter millimetre
        shelter firefighter meltwater blown washout swollen torrent torrential seismic eruption flashover meteorological
        landslip subsidence tide surge thaw icing wildfire smoulder
    """,
    "arrest": """
        arrest detain detention custody jail imprison imprisonment sentence court trial verdict prosecutor prosecute
        prosecution indict indictment convict conviction judge crackdown raid interrogate interrogation handcuff guilty
        tribunal espionage spy spying detainee investigation investigate sting dragnet manhunt warrant nab apprehend
        purge banish banishment reprieve probation plead defendant lawyer acquit parole inmate confession confess
    """,
    "military": """
        troop missile artillery battalion brigade regiment garrison deploy deployment rocket launcher warhead warship
        maneuver manoeuvre drill pla militia mobilize mobilise reinforcement reinforce tank fighter reservist launchpad
        ballistic icbm howitzer paramilitary corps navy naval airbase rotation landmine minefield sapper infantry division
        submarine satellite-launching combat nuclear armored armoured stationed liftoff encampment
    """,
    "trade": """
        trade export import customs tariff tourism tourist tour freight merchant wholesale wholesaler price cargo container
        investment invest investor venture concession commerce e-commerce seafood coal dealer exhibitor exporter
        importer consignment shipment purchase pedlar peddler vendor stall lease economic mineral anthracite ore steelmaker
        logistics retailer retail currency bargain customer bulk tonnage turnover forwarder commodity free-trade
        duty-free toll businesspeople businessman businessmen tradesman auction market marketplace ton-mile excursion sightseeing
        labor-export joint-venture guesthouse hotelier seamstress shopkeeper stallholder
    """,
    "trafficking": """
        traffick trafficker bride abduct abduction abductor kidnap kidnapper kidnapping ransom lure brothel prostitution
        prostitute cybersex spouse-broker snatch bride-broker captive
    """,
    "execution": """
        execute execution firing-squad hang hanging gallows
    """,
    "other": """
        visit protest protester demonstration strike walkout unrest riot rally anniversary statue monument birthday celebrate
        celebration unveil museum housing apartment property homebuyer speculator election vote mourning mourn wreath
        condolence petition shortage famine hunger starve starvation ration harvest malnutrition aid blackout electricity
        wage arrears unpaid football concert festival festive congratulate museum ceremony slogan graffiti leaflet balloon
        lecture propaganda ideological portrait pilgrimage delegation envoy ambassador consul diplomat summit ballot
        resettle resettlement genealogy wedding funeral sports marathon film school-building farmland planting transplanting
        crop potato blueberry reforestation afforestation mobilization dispatch rumor rumour anthem speech
    """,
}

HINTING: dict[str, str] = {
    "crossing": """
        cross crossing broker hide hiding ice flee fled runaway coach passenger swam slip boat ferry travel wander stray journey train
        special-train escort delegation athlete visa passport group border-guard far-bank
    """,
    "repatriation": "return escapee consulate plead homeland bus convoy refugee detainee mass",
    "shooting": "gun rifle pistol body dead weapon victim blood kill killing beat beaten beating fight fought injure hostage villager violent clash",
    "desertion": "private sergeant corporal conscript recruit soldier guard unit search post barracks rifle",
    "smuggling": "sanction banned ginseng gold cigarette haul seizure seize sack crate copper silver herb cash night raft broker phone evade load illegal illegally",
    "bribery": "pocket fee fine fee money pay payment cash protection yuan won donation donate collect contribution household official demand charge asked gift favour favor",
    "surveillance": "phone call signal watch tip-off neighborhood neighbourhood patrol inspection network unit door device track check screen caller",
    "border_works": "post build built satellite imagery image road yard pile dig dug construct concrete builder workshop lamp bridge ditch site install repair pole shed roof hillside meter metre foundation dam",
    "closure": "gate indoors movement allow permit resume visitor empty entry stop open sign notice bridge train border halt operate until",
    "health": "sick ill doctor medicine pig cattle poultry hospital clinic patient pill treatment farm animal tablet fever goat herd laboratory hygiene",
    "disaster": "water victim injure dead die death missing damage snow smoke ice river wind rain house roof survivor burn burnt victim low-lying bank trapped mud dam warn alert forecast temperature degree crew",
    "arrest": "police held caught catch seize inspector inspection law offense offence crime term camp security suspect officer inmate prison labor labour accuse charge agent",
    "military": "army soldier military base defense defence weapon exercise parade commander stationed launch satellite camouflage force general barracks front regiment-sized ammunition unit",
    "trade": "truck lorry train port ship ton tonne dollar yuan won goods firm company factory shop pay zone worker restaurant fisherman fair traffic buy buyer sell seller sold cost bank deal contract market plant mill mine route wagon factory squid crab flour rice corn park industrial cooperation project billion percent garment",
    "trafficking": "woman women girl sold sell buyer victim broker marry marriage wife husband promise",
    "execution": "death public crowd sentence sentenced secret",
    "other": "visitor food school student residents grain power family flat residential celebration inaugurate opening house meeting leader study researcher history memorial farm village household tower anniversary church pastor",
}
