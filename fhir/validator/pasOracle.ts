import { pasProfile } from '../systems.ts';
import { type ProfileFile, ProfileSet } from './profile.ts';
import { validate } from './validate.ts';

/** The validator over a file of PAS profiles; takes the short name of a profile. */
export const pasOracle = (file: unknown) => {
  const profiles = new ProfileSet(file as ProfileFile);
  return (resource: unknown, profile: string) => validate(profiles, resource, pasProfile(profile));
};
