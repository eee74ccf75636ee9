/**
 * Minutes east of Greenwich of the zones that sources name. Of names that several zones share (IST, BST, CST), it is
 * the zone that more news comes from. Names that leave open whether it is summer (ET, PT) are not here.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, BST: 60, WAT: 60, CET: 60, MEZ: 60, MET: 60 },
  ...{
    CEST: 120,
    MESZ: 120,
    MEST: 120,
    EET: 120,
    CAT: 120,
    SAST: 120,
    EEST: 180,
    IDT: 180,
    MSK: 180,
    EAT: 180,
    TRT: 180,
  },
  ...{
    IRST: 210,
    GST: 240,
    SAMT: 240,
    AFT: 270,
    PKT: 300,
    UZT: 300,
    YEKT: 300,
    IST: 330,
    SLST: 330,
    NPT: 345,
  },
  ...{
    BDT: 360,
    BTT: 360,
    MMT: 390,
    ICT: 420,
    WIB: 420,
    HKT: 480,
    SGT: 480,
    MYT: 480,
    PHT: 480,
    AWST: 480,
    WITA: 480,
  },
  ...{
    JST: 540,
    KST: 540,
    WIT: 540,
    ACST: 570,
    AEST: 600,
    CHST: 600,
    ACDT: 630,
    AEDT: 660,
    NZST: 720,
    FJT: 720,
    NZDT: 780,
  },
  ...{
    EGT: -60,
    NDT: -150,
    BRT: -180,
    ART: -180,
    UYT: -180,
    ADT: -180,
    CLST: -180,
    NST: -210,
    AST: -240,
    EDT: -240,
  },
  ...{
    CLT: -240,
    BOT: -240,
    VET: -240,
    EST: -300,
    CDT: -300,
    COT: -300,
    PET: -300,
    ECT: -300,
    CST: -360,
    MDT: -360,
  },
  ...{ MST: -420, PDT: -420, PST: -480, AKDT: -480, AKST: -540, HDT: -540, HST: -600, SST: -660 },
};

/** Returns how many minutes a named zone is east of Greenwich; null if the name does not tell. */
export function zoneOffset(name: string): number | null {
  return OFFSETS[name.toUpperCase()] ?? null;
}
