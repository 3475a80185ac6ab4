// What columns of a directory or a list of staff are called: attributes of Active Directory (exchange-domain.md §7), and
// headers that people write in the languages of Exchange customers. In lower case, letters and digits only.
import { spelledOut, withoutMarks } from './folded.ts'

/**
 * What a column is for: `given` and `surname` name somebody together only, `person` has distinguished names, whose
 * first part is a name, or names, and `own` is said by rules: an identity of whatever kind.
 */
export type Attribute = 'name' | 'given' | 'surname' | 'login' | 'number' | 'person' | 'own'

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/)

const names: { readonly [Kind in Exclude<Attribute, 'own'>]: string } = {
  name: `
    name displayname cn commonname displaynameprintable simpledisplayname fullname employeename anzeigename
    vollername vollstaendigername mitarbeiter mitarbeitername nomcomplet nometprenom nomprenom prenometnom prenomnom
    nomaffiche employe salarie imieinazwisko nazwiskoiimie nazwawyswietlana pracownik nombrecompleto
    nombreyapellidos apellidosynombre nombreparamostrar empleado nomecompleto nomeecognome cognomeenome
    nomevisualizzato dipendente volledigenaam weergavenaam naam medewerker celejmeno zobrazovanejmeno nomedeexibicao
    funcionario fuldenavn visningsnavn navn fulltnavn visningsnamn namn fullstandigtnamn kokonimi`,
  given: `
    givenname firstname forename preferredname vorname vornamen rufname prenom prenomusuel imie imiona nombre
    nombres nome voornaam voornamen roepnaam jmeno meno primeironome nomeproprio fornavn fornamn tilltalsnamn
    etunimi keresztnev utonev prenume ime`,
  surname: `
    surname sn lastname familyname nachname familienname zuname nom nomdefamille nomusage nazwisko apellido
    apellidos primerapellido cognome achternaam familienaam prijmeni priezvisko sobrenome apelido ultimonome
    efternavn etternavn efternamn sukunimi vezeteknev csaladnev nume prezime priimek`,
  login: `
    samaccountname mailnickname alias login logonname username userid uid netbiosname accountname user anmeldename
    benutzername benutzer benutzerkennung kennung kuerzel identifiant utilisateur nomdutilisateur uzytkownik
    nazwauzytkownika usuario nombredeusuario nomeutente utente gebruikersnaam gebruiker uzivatelskejmeno
    nomedeusuario brugernavn brukernavn anvandarnamn kayttajatunnus`,
  number: `
    employeeid employeenumber employeeno personnelnumber personnelno personid staffid staffnumber staffno workerid
    payrollnumber hrid personalnummer personalnr persnr pernr mitarbeiternummer mitarbeiternr mitarbeiterid
    stammnummer matricule numerodematricule numerodemploye numeroemploye numerpracownika nrpracownika
    numerewidencyjny numerodeempleado numeroempleado nempleado legajo matricola numeromatricola numerodipendente
    personeelsnummer personeelsnr medewerkernummer osobnicislo numerodofuncionario matricula medarbejdernummer
    ansattnummer anstallningsnummer henkilonumero torzsszam`,
  person: `
    distinguishedname dn manager supervisor secretary assistant directreports owner vorgesetzter vorgesetzte
    fuehrungskraft responsable superieur przelozony kierownik jefe responsabile leidinggevende nadrizeny gestor chef`,
}

/** What many share, and what can be there once in a small organisation all the same. */
const shared = new Set(wordsOf(`
  department division company office title jobtitle position role city town location l st state country
  countryorregion c co site costcenter costcentre team group status type description abteilung bereich firma
  gesellschaft standort ort stadt land kostenstelle titel funktion stelle taetigkeit gruppe beruf art beschreibung
  service departement ville pays societe fonction poste statut equipe dzial stanowisko miasto kraj jednostka zespol
  departamento puesto cargo ciudad pais empresa estado reparto ufficio mansione citta azienda sede ruolo paese stato
  afdeling functie plaats bedrijf vestiging oddeleni pozice mesto spolecnost area setor cidade stilling avdelning
  befattning by`))

/** What is told by the shape of its cells. */
const shaped = new Set(wordsOf(`
  mail email emails emailaddress emailaddresses primarysmtpaddress proxyaddresses targetaddress externalemailaddress
  windowsemailaddress userprincipalname upn legacyexchangedn objectguid guid exchangeguid objectsid sid memberof
  msexchrecipienttypedetails recipienttypedetails recipienttype mailadresse emailadresse courriel adressemail
  adresseemail adresemail correo correoelectronico direccioncorreo indirizzoemail postaelettronica epost`))

const attributes = new Map(Object.entries(names).flatMap(([attribute, all]) =>
  wordsOf(all).map((name): [string, Attribute] => [name, attribute as Attribute])))

/** Letters and digits only: `Prénom`, `PRENOM`, `Pers.-Nr.`. With umlauts as one letter, and as two. */
const foldings = (column: string): readonly string[] =>
  [withoutMarks, spelledOut].map(plain => plain(column.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, ''))

/** By the name of a column in any spelling; undefined where only its cells can tell. */
export const attributeOf = (column: string): Attribute | undefined =>
  foldings(column).map(name => attributes.get(name)).find(attribute => attribute !== undefined)

/** The column holds what several accounts have, whatever its cells look like. */
export const isShared = (column: string): boolean => foldings(column).some(name => shared.has(name))

/** The name is one of a column, and not a cell that stands in its place. */
export const isKnownName = (column: string): boolean =>
  attributeOf(column) !== undefined || isShared(column) || foldings(column).some(name => shaped.has(name))
