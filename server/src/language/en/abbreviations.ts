/** Abbreviations that end in a full stop without ending a sentence. Left out: "no." and "a.m.", which often do end one. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof rev hon st sr jr gen maj col lt capt cpl sgt pvt adm cmdr brig gov sen rep pres supt det insp ' +
    'atty asst assoc dept univ inc corp co ltd llc bros vs etc jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue tues wed thu thur thurs fri sat sun ave blvd rd ft mt approx est fig vol pp ed eds al cf ie eg viz ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa ' +
    'tenn tex vt va wash wis wyo'
  ).split(' '),
);
