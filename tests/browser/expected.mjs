// What must come out of the samples, computed apart from the app (METHODS sections 0 and 1).

export const ONLINE_RETAIL = {
  rows: 22_190,
  customers: 4372,
  total: 8_300_065.81,
  counts: { EI: 1315, EII: 344, EIII: 344, EIV: 1314, notRated: 1055 },
  amounts: { EI: 6_412_370.09, EII: 660_202.84, EIII: 185_676.08, EIV: 445_489.83, "not-rated": 596_326.97 },
  wholeWindow: { EI: 1683, EII: 456, EIII: 456, EIV: 1682, notRated: 95 },
  contributionCut: 832.88,
  stabilityCut: 1.823369775,
  classes: {
    13385: "EIV", 14594: "EIV", 14621: "EI", 14821: "EIV", 14965: null, 15143: "EIV", 15275: null, 16823: "EIV",
    17169: "EIII", 17295: null, 17620: null, 18097: "EI",
  },
  contributions: { 13385: 534.57, 14621: 1765.76, 18097: 2692.85, 17620: 81.44 },
  variations: { 13385: 3.31662479, 14621: 1.548932413, 18097: 1.676652826 },
};

export const NORTHWIND = {
  rows: 2155,
  customers: 89,
  total: 1_265_793.04,
  counts: { EI: 33, EII: 12, EIII: 12, EIV: 32, notRated: 0 },
  quarters: { EI: 30, EII: 12, EIII: 12, EIV: 29, notRated: 6 },
};

export const ZH_RETAIL = { rows: 4029 };
