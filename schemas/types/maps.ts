/** Data of the application: text by name. */
export interface CustomData {
  [name: string]: string;
}

/** Change of application data: text sets the name, null removes it, a name not mentioned is kept. */
export interface CustomDataPatch {
  [name: string]: string | null;
}

/** An object whose members the documentation does not describe. */
export interface OpenObject {
  [name: string]: unknown;
}

/** Push notification tokens of a user: true for a token in use, null for one taken away. */
export interface PushTokens {
  [token: string]: boolean | null;
}
