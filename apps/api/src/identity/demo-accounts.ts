/** Password of every demo account: shown at start and on the sign-in page in demo mode; never made in production. */
export const demoPassword = 'Korfez-tek-ses-1923';

/** The made-up top-level domain of demo accounts: nobody outside has such an address. */
export const demoDomain = '.ornek';
