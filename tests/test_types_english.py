"""The type of an English incident, told from its headline and its whole story, in wordings of our own."""

from __future__ import annotations

import pytest

from borderatlas.incidents.cues import best_of, scores_of
from borderatlas.incidents.topics import with_topics

STORIES = [
    ("crossing", "Family of four turns up at village church", "They had spent two nights in a maize field above Kaishantun after getting over the Tumen with a rope. The youngest is six."),
    ("crossing", "Orchestra sets off for Beijing", "A train carrying a troupe of singers rolled over the bridge from Sinuiju to Dandong on Friday. They will perform for officials."),
    ("crossing", "Twelve fewer at roll call", "Two sisters from Hyesan are thought to have gone over to Changbai on the ice. Their mother says she knew nothing."),
    ("repatriation", "Gates at Tumen swing open for a van", "Seven women who had been picked up in Yanji were passed across to waiting officers in the middle of the bridge. Rights workers call it refoulement."),
    ("repatriation", "Loggers told to pack", "Pyongyang has recalled its labourers from two sawmills near Linjiang. The last of them went home by coach on Sunday."),
    ("shooting", "Shots on the Yalu", "A sentry at Sakju fired at a rowing boat and hit a fisherman in the shoulder. He was treated in Kuandian."),
    ("shooting", "Herdsman loses six oxen", "Armed men made off with the animals from a byre at Nanping and knocked their owner down. Tracks led to the ice."),
    ("shooting", "Taxi driver's body in ditch", "The man had been strangled and his car was gone. Police in Longjing offer 50,000 yuan for a lead."),
    ("desertion", "Barracks short of a rifle", "A private has not come back from night watch at Junggang. His company has been out looking for him for three days."),
    ("smuggling", "Sea cucumbers under the floor", "Customs officers at Quanhe found 90 kilograms of them in a false bottom. The driver had papers for noodles only."),
    ("smuggling", "Tanker loses its name at sea", "The vessel went dark off Donggang and met a North Korean ship by night. Hoses were seen between the two."),
    ("smuggling", "Pine nuts by moonlight", "Sacks are carried down to the water at Onsong and pulled over on a line. No duty is paid."),
    ("bribery", "Guards name a new rate", "Whoever wants to wash clothes in the river at Hyesan now gives the sergeant a pack of cigarettes. A crossing costs more."),
    ("bribery", "Every home must give an egg", "Neighbourhood units in Musan were told to collect 500 won and two eggs from each household for the builders."),
    ("arrest", "Eleven years for a wholesaler", "The Intermediate People's Court in Dandong sentenced the man on Tuesday. He had dodged duty on steel."),
    ("arrest", "Women led off a night train", "Plainclothes officers boarded at Longjing and asked everyone for papers. Three passengers were taken to a police station."),
    ("arrest", "Students shamed on stage", "A teenager was made to stand before his school in Hyesan and was sent to a labour camp. He had watched films from the South."),
    ("execution", "Four put before a firing squad", "Residents of Kapsan were called to the airfield to look on. The four had sold copper wire."),
    ("surveillance", "Eyes on every lamp post", "The county of Changbai has hung 300 lenses along the bank, which tell faces apart at night."),
    ("surveillance", "Handsets fall silent after dusk", "Calls from Hoeryong break off within a minute since new masts began to send noise."),
    ("border_works", "Second row of posts", "Crews have been sinking concrete stakes at Namyang since April and hanging barbs between them."),
    ("border_works", "Pier rises beside old bridge", "Cranes set a steel girder on the sixth pier of a road bridge at Ji'an last week."),
    ("closure", "Nobody in, nobody out", "Hyesan was put under lockdown on Tuesday for twenty days. Food is brought to the doors."),
    ("closure", "Quiet at the turnstiles", "The crossing at Sanhe has been shut to travellers since Monday, a notice on the gate says."),
    ("trade", "Apples pile up in Dandong", "Buyers wait for word from Sinuiju, and a kilo fetches half of what it did in autumn. Forty lorries stood in the yard."),
    ("trade", "Bargains on an island", "A fair for small traders opened on Thursday at Hwanggumpyong with 60 stalls."),
    ("trade", "Day trips are back", "Coaches with sightseers from Shenyang went to Namyang on a one-day tour, an agency said."),
    ("disaster", "Slope slides on to the line", "After two days of rain a hillside came down at Hoeryong and buried a goods shed. Nine people are missing."),
    ("disaster", "Roof of gymnasium falls in", "Snow brought it down in Tonghua on Saturday night. Nobody was inside."),
    ("disaster", "Ice takes a tractor", "It broke through near Linjiang, and its driver drowned."),
    ("disaster", "Orange alert for heavy snow", "The weather bureau of Helong expects 30 centimetres by morning. Schools have sent children home early."),
    ("health", "Coughs fill the wards", "Doctors in Chongjin see forty children a day with measles, and there are no drugs."),
    ("health", "Pigs burned in a pit", "A herd at Tumen fell ill within a week. Vets took blood and sprayed the road with lime."),
    ("trafficking", "Sold twice in a month", "A broker promised a 19-year-old from Musan work in a kitchen and passed her to a farmer in Hebei for 40,000 yuan."),
    ("military", "Tubes point at the river", "A battery of howitzers has moved into the hills behind Uiju, satellite pictures show."),
    ("military", "Recruits in the snow", "Reservists at Hunchun drilled for a week with live ammunition."),
    ("other", "Seamstresses put down their needles", "Workers at a plant in Donggang went on strike over three months of unpaid wages."),
    ("other", "Wreaths on the hill", "Officials laid flowers at a monument in Pochonbo for the anniversary of the battle."),
    ("other", "Bowls of grass", "People in Unhung are going hungry before the barley harvest; rations stopped in April."),
    # by other patterns, written before any rule was made for them
    ("crossing", "Border hamlet hides a stranger", "An old couple at Sanhe has been feeding a youth from the other shore, who came through the reeds one night in May."),
    ("crossing", "Gone without a word", "A household of three in Hyesan has vanished, and neighbours say their stove was still warm. The unit chief thinks that they are in China."),
    ("repatriation", "Fifty names on a list", "They were driven from a holding cell in Baishan to the bridge and taken over by men from the other side."),
    ("repatriation", "China gives back a drowned man", "Officials carried the coffin to the middle of the bridge and North Korean officers signed for it."),
    ("shooting", "Quarrel ends in blood", "A corporal struck a villager on the head with his rifle in Pochon after being refused maize. The man died."),
    ("shooting", "Bank robbers in padded coats", "Two men with a pistol took 80,000 yuan from a savings bank in Hunchun."),
    ("desertion", "Hunt for two guards", "The pair walked off from their hut at Samsu with their weapons. Roads are being watched."),
    ("smuggling", "Frozen fish with a secret", "Packets of white powder lay under the ice of a truck at Changbai. A laboratory said it was methamphetamine."),
    ("smuggling", "Cars go over by night", "Second-hand vans without plates are driven through the shallow water at Helong and paid for in gold."),
    ("bribery", "Envelope at the checkpoint", "A lieutenant in Onsong lets lorries through for 200 yuan each, drivers say. He splits it with his chief."),
    ("bribery", "Gloves for the tunnellers", "Households in Hoeryong have been ordered to hand in two pairs each or pay 10,000 won."),
    ("arrest", "Prison for three tax dodgers", "A Yanbian court jailed them for up to nine years over untaxed cigarettes."),
    ("arrest", "Missionary is missing after a knock", "State security men came to his flat in Tumen at dawn and drove him off. His wife has had no word."),
    ("execution", "Residents made to watch", "Two officials were shot at a riverside in Hyesan after a public trial for selling cattle."),
    ("surveillance", "Vans sniff out calls", "Teams with direction finders go through the lanes of Musan every night."),
    ("surveillance", "Every wife must give blood", "Police in a township of Longjing are recording fingerprints and samples of women from the North."),
    ("border_works", "Bulldozers on the dyke", "A patrol road has been graded along 11 kilometres of the bank at Kyongwon, images show."),
    ("border_works", "Old fence comes down", "Workers at Hunchun have pulled out the rusty wire and are putting up steel mesh."),
    ("closure", "Tours off until further notice", "Agencies in Dandong were told that no visitors will be let into Sinuiju from Friday."),
    ("closure", "Passengers back at the gate", "The port of Nanping has reopened to travellers after three years."),
    ("trade", "Yuan climbs in the north", "A yuan bought 1,300 won in Hyesan last week, against 1,150 a month before. Cooking oil followed."),
    ("trade", "Ore trucks roll again", "Up to 30 a day have left the mine at Musan for Helong since the duties were cut."),
    ("trade", "Waitresses wanted", "A restaurant firm in Dandong has signed for 40 more staff from Pyongyang."),
    ("disaster", "Gas leak levels a block", "Five flats in Chongjin were reduced to rubble, and neighbours dug with bare hands."),
    ("disaster", "River eats a village", "The Yalu climbed its banks at Uiju in the night and 300 homes were lost."),
    ("disaster", "Bus into the gorge", "It left the road near Manpo, and 12 passengers were killed."),
    ("health", "Needles at the barracks gate", "Recruits in Kanggye are being vaccinated after typhoid broke out among them."),
    ("trafficking", "Brides by the dozen", "A ring in Helong bought young women at the river and sold them to bachelors inland."),
    ("trafficking", "Guide seized on the bank", "Agents bundled a broker into a car in Yanji and took him over the border."),
    ("military", "New faces in the bunkers", "Special forces have relieved the border guards in three counties since August."),
    ("military", "Streak over the bay", "A missile was launched from Tongchang-ri at dawn."),
    ("other", "Statue gets a roof", "Builders in Hoeryong have finished a shelter over the bronze of the leader's wife, and a ceremony took place."),
    ("other", "Leaflets in the market", "Scraps of paper that mock the leader were found in Hyesan, and handwriting is being checked."),
    ("other", "Homes for six hundred", "Families moved into new flats in Samjiyon with drums and dancing."),
]  # fmt: skip


def _kind(title: str, story: str) -> str:
    sentences = [s if s.endswith(".") else f"{s}." for s in story.split(". ")]
    return best_of(with_topics(scores_of(title), title), [with_topics(scores_of(s), s) for s in sentences])


@pytest.mark.parametrize(("kind", "title", "story"), STORIES)
def test_the_whole_story_tells_the_type(kind, title, story):
    assert _kind(title, story) == kind
