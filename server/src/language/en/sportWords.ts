/**
 * Words of a sentence that tells of play. Left out: "shot" and "hit" alone (people are shot and hit too), "beat", "led"
 * and "game" (elections, trade), "season" (floods, holidays).
 */
export const PLAY =
  /\b(?:scor(?:ed|es|ing)|outscor(?:ed|ing)|points|rebounds?|assists|turnovers|yards|touchdowns?|goals?|wickets?|innings?|strikeouts?|homers?|homered|free throws?|from the field|(?:3|three)-point(?:ers?)?|shots|shooting|shot \d+|saves|penalties|possession|attempts|passes|tackles|fouls|tries|aces|halftime|half-time|overtime|tip-?off|kick-?off|playoffs?|(?:crowd|attendance) of|fans|spectators|averag(?:es|ed|ing))\b/i;
