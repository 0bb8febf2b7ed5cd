namespace CityGuard.Domain.Tests.Incidents;

/// <summary>
/// What an incident must answer to its commands, written a second time, as small as it goes: yes or no, and how far each operation is. It has no
/// plan, no clocks and no reasons.
/// </summary>
internal sealed class IncidentModel
{
    private readonly HashSet<string> _handlers = [];
    private readonly List<(int Level, bool Served)> _told = [];
    private HashSet<int>? _letGo; // of the post that stands; null: none does
    private int _round;
    private bool _again, _sends = true, _verified, _fedBack, _checked, _falseAlarm;
    private string? _calledOff;
    private int? _lead;

    public List<Op> Ops { get; } = [];

    public string Phase { get; private set; } = "Open";

    private bool IsOpen => Phase == "Open";

    public bool Add(int who) => IsOpen && !IsOn(who) && Ask(who, null);

    public bool Reassign(int op, int who) => Takeable(op) && !Ops.Exists(o => o.Replaces == op && o.IsActive) && !IsOn(who) && Ask(who, op);

    public bool Recall(int op) => Takeable(op) && Do(() => Ops[op].TakeOff("Recalled"));

    public bool Answer(int op, bool yes)
    {
        Ops[op].Phase = yes ? "Granted" : "Refused";
        if (yes && Ops[op].Replaces is { } replaced && Ops[replaced].Phase == "Granted")
            Ops[replaced].TakeOff("Recalled");
        return true;
    }

    public bool Progress(int op, int step) => Has(op) && Ops[op].Phase == "Granted" && Ops[op].Step < step && Do(() =>
    {
        Ops[op].Step = step;
        _handlers.Add("a crew");
        _lead ??= step >= OnScene ? op : null;
    });

    public bool Lose(int op) => !Has(op) || !Ops[op].MayHold || Do(() => Ops[op].TakeOff("Lost"));

    public bool Close() => !IsOpen || (_letGo is null && Do(() => Phase = "Closing"));

    public bool Reopen(bool sends) => Phase == "Closed" && Do(() => Again(sends, closed: true));

    public bool Verify() => IsOpen && !_verified && Do(() => _verified = true);

    public bool FalseAlarm(string by)
    {
        if (!IsOpen || _letGo is not null || (Ops.Exists(o => o.Step >= OnScene) && _calledOff == by))
            return false;
        if (Ops.Exists(o => o.Step >= OnScene) && _calledOff is null)
            return Do(() => _calledOff = by);
        return Do(() => (_falseAlarm, Phase) = (true, "Closing"));
    }

    public bool FeedBack(string by) => Handled() && !_fedBack && Do(() => (_fedBack, _) = (true, _handlers.Add(by)));

    public bool Check(string by, bool passes) => Handled() && _fedBack && !_checked && !_handlers.Contains(by) && Do(() =>
    {
        if (passes)
            _checked = true;
        else
            Again(sends: true, closed: Phase == "Closed");
    });

    public bool OpenPost() => IsOpen && _letGo is null && Do(() => _letGo = []);

    public bool StandDown() => _letGo is not null && Do(() => _letGo = null);

    public bool Pin(int op, bool pins) => _letGo is { } free && Has(op) && Ops[op].IsActive && Do(() => _ = pins ? free.Remove(op) : free.Add(op));

    public bool Escalate()
    {
        var level = _told.Where(t => !t.Served).Select(t => t.Level + 1).DefaultIfEmpty(0).Max();
        return IsOpen && level < 3 && Do(() => _told.Add((level, false)));
    }

    public bool Acknowledge(int number) => IsOpen && number < _told.Count && !_told[number].Served && Do(() => _told[number] = (_told[number].Level, true));

    public bool HandOver(int op) => IsOpen && Has(op) && Ops[op] is { Phase: "Granted", Step: OnScene or OnScene + 1 } && _lead != op && Do(() => _lead = op);

    /// <summary>What the incident does by itself, until it waits for somebody.</summary>
    public void Settle()
    {
        if (Phase == "Closed" || Ops.Exists(o => o.Phase == "Requested"))
            return;
        Ops.FindAll(o => o.Phase == "Recalled").ForEach(o => o.Phase = "Released");
        var round = Ops.Skip(_round).ToList();
        var mayClose = !_again || round.Count > 0 || _fedBack || _checked;
        if (IsOpen && IsDone() && mayClose && _letGo is null)
            Phase = "Closing";
        if (IsOpen)
            return;
        Ops.FindAll(o => o.Phase == "Granted").ForEach(o => o.Phase = "Released");
        for (var i = 0; i < _told.Count; i++)
            _told[i] = (_told[i].Level, true);
        Phase = "Closed";
    }

    private const int OnScene = 3;

    private bool IsDone()
    {
        var round = Ops.Skip(_round).ToList();
        return !Ops.Exists(o => o.Phase is "Requested" or "Recalled" || (o.Phase == "Granted" && o.Step != 5))
            && (round.Exists(o => o is { Step: 5, IsTakenOff: false }) || (!_sends && round.Count == 0));
    }

    private bool Handled() => !_falseAlarm && Phase != "Closing" && (IsOpen ? IsDone() : _handlers.Count > 0);

    private void Again(bool sends, bool closed)
    {
        (_round, _again, _sends, _fedBack, _lead, Phase) = (Ops.Count, true, sends, false, null, "Open");
        if (closed)
            (_checked, _falseAlarm, _calledOff) = (false, false, null);
    }

    private bool Takeable(int op) => IsOpen && Has(op) && Ops[op].Phase == "Granted" && _letGo?.Contains(op) != false;

    private bool Has(int op) => op < Ops.Count;

    private bool IsOn(int who) => Ops.Exists(o => o.Who == who && o.MayHold);

    private bool Ask(int who, int? replaces) => Do(() => Ops.Add(new Op(who, replaces)));

    private static bool Do(Action change)
    {
        change();
        return true;
    }

    internal sealed class Op(int who, int? replaces)
    {
        public int Who => who;

        public int? Replaces => replaces;

        public string Phase { get; set; } = "Requested";

        public int Step { get; set; }

        public bool IsTakenOff { get; private set; }

        public bool IsActive => Phase is "Requested" or "Granted";

        public bool MayHold => IsActive || Phase == "Recalled";

        public void TakeOff(string phase) => (Phase, IsTakenOff) = (phase, true);
    }
}
