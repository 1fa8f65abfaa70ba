/** Words of their own that are one slip from a word that requests are made of: they are left as they are. */
export const lookalikes = `
abel abou accent accenture acton adkins admits adored adventurer adventurers adventurous agitation aide
albright alford alight alliance allowable amin animal animator anomaly appreciative attache attack auction
augusta auguste augusto autobiography averaged aviation avid azores bain balanced bard base batter beak
bedding benning berger bets bette bild binding bing biography bitter blanked blending boar bonding boos bore
bran branch bred brian brig brilliance brilliantly broke broker brought brunt buck bucs budge bulger bunch
bunt burgess buried burner burners burt butter calculate canceled cancer carp carries cars carton cartons
carving casting categorized caving celebrate chance chancel chang changed changer changi charger chargers
charles charmed charred charted chea chee cheeks cheery cher chic chip chipper chopped clam cleaver clipped
clover coasted coated coating coding cold colo combing commuter comparative compare compares complete
completed completes compute computed concealed conceit concept concepts concern concerns concerto concertos
convert converts cooperate cooperating cooperation coping cray creep creeps currie daly debuts deceit
deceptive defective deleted departmental deriving descent detect detecting detection detects differed
difference differently differing dinars ding directive directv disabled discard disliked ditches divers diving
documented dollar donner dose doubled doubly doug dragon dragoons dram duch dumping earrings ease easing east
economy electrician employed employee encrusted endowment entertained entertainer entirety envoys eras eros
essential essentially euro even ever excessive exclusion exel exhaust exhibiting exhibitor exhibitors exiting
expanse expansive expert explosive expressive expulsion expulsions extensive extort faction faring fats
favouring feeding figured finance financed financial financials fist flies flocks forced forge forged forgot
form forma formal forman formed forming framing friction frida friend fueling galle gallen gallery
galley gaping garage gazing geller gong greeting greta grocers halve halved hampering hardening hart hats head
hear heat heated hell herat herd historia historian historic historically hose hour hungary hysterical ieee
imagined imaging impart incense increased india indiana inspirational inspired instance instigation
intellectually issuance italia italiana italiano javanese joni kitt koran korea koreas langer late lies linger
literacy lively loath locking lonely loner longed looming looping looting lovell lowe magna mahs maia mana
managed manager marcel marital martel martian master mastery mate mats mello mellon mere meta mexicana minute
mister mobil monies mont montes moth moths mourning mouths move moves mowing mulder musica muster mysterious
mysterium neve nnnn noel norma norman noticed noting notting novell novice nude oder opting organ organic
organs ousting outgoing outsider overseen pace packer packet pans parked part past pavement paying pays pease
peter petter philosopher philosophically photon photons picket pickled pictured placing plantation planting
platform platforms player pleas pleased plying poem politically politician politico ponds poplar possibly
poster pots pound prayers praying prefect prevent primacy primate profess profiled promoting proposing
providing proving prowess psychologically purchaser purchasers pure puzzled quite racine racking raed raging
rain raining rais raking rally raping rate rating rbis readying realist realty reaping rearing reasonably reax
received receiver recommended recording recurrent redding reds reduced referring refining regain regaining
reilly reining rejoining remained remaking remand remanded remarking reminded reminder reminders reminding
remote removed repairing requiring resort retailing retain retaining retraining returning ridiculously rise
romain romo rouge sack sacred safire sage sand sands sans sary saying sayings scaled scar scare scares scarred
scooter scooters scored scream screaming seam seared secured seething sending sent serie serves serviced sese
shared shaving shelley shelved shopped shorter shortest shortlisted shot sighed sill simulate simulated
simulating sing situation slash slashed slashes slaying slit smelled smoothing snared sneaks soared soothing
sore spar spared sped speeding speeds spelled spit spores sporty spot spots spreading squeezed stackhouse stag
staging staking stan starch stared staring starred starring starter starting startled starved stated statesmen
stating stealing steals steaming stem stemming stepped stimulation stipulation stitch stopper stranding
strands stranger strangle strategist strategists straying streak streaking streaks streamline stresses
stressing subscriber subscribers sucked suggesting suggestive supposed surprised suspicion suspicions
suspiciously swaying swelled tale talking taming tank tanks taos taping taps taser taxing team teas tease
teased tend terribly testifying than thanking thee theta thicket thin thinning though threats three thrilled
thrills thriving ticked ticker tied ties ting tire topical transition transitions translation translations
treaty trendy tricia tried tripling trivial tuner turned unfccc unload utilizes vega vegetation verses viii
waited walled waller wanted warning warring washed watcher watches weakly weir wholesale wizard wong worked
xiii xxiii xxxx yong yung
`;
