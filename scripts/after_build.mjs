// What Trunk runs once everything else lies in its staging folder.
import { rmSync } from "node:fs";
import path from "node:path";

import { giveVersion } from "./version.mjs";

const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile } = process.env;
await import("./split.mjs");
// Under `trunk serve` every change would be a new version.
if (profile === "release") giveVersion(staging);
else rmSync(path.join(staging, "sw.js"));
