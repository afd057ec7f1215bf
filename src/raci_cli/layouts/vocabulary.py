"""Words that people put into headings, in many languages. They only ever tip a balance that structure left open.

All entries are beginnings of folded words (see `texts.fold`): `activit` stands for activity, activité, Activiteit.
"""

from __future__ import annotations

from raci_cli.layouts.texts import Stems

ACTIVITY = Stems(
    "action activ aktiv akti ativid attivit task tache taches tarea tarefa taak tugas aufgabe vorgang compit "
    "process prozess proces step schritt deliverable livrable lieferobjekt entregable work arbeit decision job "
    "function what kegiatan faaliyet tevekenyseg feladat czynnosc dzialan cinnost ukol uppgift aktivitet oppgave "
    "任务 活动 任務 工作 活動 タスク 作業 활동 업무 작업 النشاط المهمة "
    "задач активн действ процес работ робот мероприят функц zadat posao zadan paquete"
)
PHASE = Stems(
    "phase fase stage etap stuf section seccion sezione abschnitt area bereich category categor kategor lot lots "
    "workstream stream group groupe gruppe domain dominio domaine epic module chapter kapitel этап фаз раздел "
    "област категор tahap iteration milestone cluster theme key"
)
IDENTIFIER = Stems("id ids no nr n num number numero nummer numer wbs eap code cod codigo ref s sn sno # № код шифр")
SIDE = Stems(
    "done signed status state estado statut stato stand priorit due date datum fecha data deadline start end "
    "begin finish comment commentaire kommentar note notes nota notas remark bemerkung observ link url hour hours "
    "heures stunden horas effort aufwand cost budget total sum count anzahl descri beschreib detail details "
    "output document tool system systeme frequency haufigkeit risk progress percent duration dauer duree charge "
    "week woche semana неделя часы время статус примечан срок комментар описан дата check complete completion "
    "legend evidence source anmerkung"
)
HEALTH = Stems(
    "scope schedule quality overall trend health timeline timing resources staffing issues benefits umfang termine"
)
"""What projects are judged by in red, amber and green."""
DAYS = frozenset(
    (
        "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
        "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag "
        "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche "
        "lunes martes miercoles jueves viernes sabado domingo пн вт ср чт пт сб вс"
    ).split()
)
"""Whole headings of calendars."""
NEVER_ROLES = frozenset(
    (
        "status state priority prio moscow class klasse classe clase type typ art size id nr no category kategorie "
        "rag ampel health "
        "criticality complexity severity impact probability likelihood effort phase stage wbs pdca level grade rating "
        "cat kat method stand statut estado priorität priorite prioridad niveau test done ok приоритет статус тип класс"
    ).split()
)
"""Whole headings of columns that hold codes of one letter and yet are no roles."""
ROLE = Stems(
    "role roles rolle rollen rol roles ruolo papel funcao роль роли stakeholder person who participant team "
    "member name uloga peran funktion resource actor 角色 职位 岗位 역할 담당 役割 担当 الدور"
)
LETTERS_HEADING = Stems(
    "raci rasci letter letters code type assignment involvement responsibility participation buchstabe"
)
ROLE_WORDS = Stems(
    "manager management mgr owner lead leader leads team teams director analyst engineer engineering developer "
    "development dev sponsor head officer executive exec customer client support product sales marketing finance "
    "hr it legal designer design tester qa quality architect consultant admin administrator coordinator master "
    "expert specialist vendor supplier user users stakeholder board council ceo cto cfo cio coo ciso dpo pm po "
    "pmo sme agency operations ops security member staff department unit committee trainer auditor partner "
    "programmer scientist business governance compliance procurement technician operator agent office chef "
    "responsable direct directeur equipe jefe gerente coordinador cliente usuario analista desenvolvedor leiter "
    "leitung projektleitung abteilung kunde einkauf betrieb capo responsabile direttore direktur manajer kepala "
    "руководител менеджер заказчик спонсор аналитик разработчик программист тестировщик команда отдел директор "
    "специалист консультант rukovodilac menadzer tim koordinator kunden vertrieb entwickler mitarbeiter "
    "teamleiter technical tech"
)
ROLE_STARTS = Stems(
    "chef responsable jefe head directeur director directora gerente coordinador coordenador equipe leiter kepala "
    "direktur manajer vp lead chief руководител начальник директор менеджер специалист responsabile capo"
)
"""Words that begin the name of a role in languages that put the office first."""
DETAILS = ("system", "description")
"""Whole headings of columns that describe an activity, named like its fields."""
AUTOMATION = Stems("automat automation автомат")
"""How a role is called that is software."""
GENERIC_TITLES = Stems("raci rasci darsci daci racio responsibility verantwortlich responsab ответственн")

RESPONSIBLE = Stems(
    "respons verantwort durchfuhr исполн ответствен отвеча realiz execut ejecut does doer perform выполня izvrs"
)
ACCOUNTABLE = Stems(
    "account rechenschaft approv aprob aprov approb autori authori acteur answer rendic утвержд подотчет подотчёт "
    "ответств отвеча owner owns final sign garant imputab decision verantwort liable"
)
CONSULTED = Stems("consult konsult conseil консульт советник раздел advis")
INFORMED = Stems("inform benachricht информ увед осведом notif")
SUPPORT = Stems("support soutien unterstutz apoyo suporte supporto assist поддерж помощ help soporte")

WORD_LETTERS = (
    (
        "R",
        Stems(
            "respons verantwortlich verantwoordelijk ответствен исполнител durchfuhr realisat ausfuhr uitvoer "
            "bertanggung jawab pelaksana відповідальн виконав odgovor izvrs"
        ),
    ),
    (
        "A",
        Stems(
            "account rechenschaft approver approbat approva aprobador aprovador autorid acteur утвержда подотчет "
            "eindverantwoord zustimm autorisat garant akuntabel підзвітн затвердж"
        ),
    ),
    ("D", Stems("driver")),
    ("C", Stems("consult konsult консульт geraadpleeg raadpleeg mitwirk dikonsult contributor")),
    ("I", Stems("inform информ geinform benachricht уведомл diinform інформ повідомл")),
    ("S", Stems("support soutien unterstutz soporte suporte ondersteun поддерж")),
)
"""Whole words that people write into cells, or over the columns of names, instead of a letter."""

SHORT_WORDS = {"resp": "R", "acc": "A", "acct": "A", "cons": "C", "inf": "I", "info": "I", "supp": "S"}
"""The same words cut short."""

DOES_THE_WORK = Stems("durchfuhr ausfuhr исполнител uitvoer realisat")
ANSWERS_FOR_IT = Stems("verantwort ответствен verantwoord respons")
"""Beside a word for doing the work, these words mean answering for it."""

NOT_ACCOUNTABLE = Stems(
    "assist advis attend support participa contribut absent availab help aware audit aid author autor auteur автор "
    "asist apoya ayuda teiln mitwirk unterstutz soutien участ помощ помог"
)
"""How a legend begins when its A is not the Accountable."""
NOT_RESPONSIBLE = Stems(
    "review recommend reader request receiv reserve relevan rapport report read regist revis relec recenz recomend "
    "recib recip pruf empf проверя реценз"
)
"""How a legend begins when its R is not the Responsible."""

NOTHING_MARKS = frozenset(
    [
        "-",
        "--",
        "---",
        "–",
        "—",
        "―",
        "−",
        "/",
        "\\",
        "//",
        ".",
        "..",
        "...",
        "…",
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "none",
        "nil",
        "ø",
        "∅",
        "·",
        "•",
        "_",
        "|-",
        "not involved",
        "no involvement",
        "нет",
        "keine",
        "aucun",
    ]
)
"""Folded to lower case: an explicit "no part"."""
CHECK_MARKS = frozenset(
    ["x", "xx", "✓", "✔", "✗", "☑", "☒", "●", "■", "х", "yes", "y", "ja", "oui", "si", "да", "v", "√", "×"]
)
"""Marks that say "somebody", but not as what."""
TOTALS = ("total", "sum", "count", "summe", "somme", "suma", "итого", "# of", "number of", "nombre", "anzahl")
"""How the label of a counting row begins."""
INSTRUCTIONS = Stems(
    "insert add delete replace please edit copy fill enter insertar agregar inserer ajouter einfugen bitte note "
    "notes legend key comment comments remark source legende leyenda signature signed approved version copyright"
)
"""How a line to whoever fills in the sheet, or about the sheet, begins."""
