using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>What a person asked of the case, apart from sending and taking off responders.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Reason given.</param>
public abstract record CaseCommand(string By, string Why) : IncidentCommand(By, Why)
{
    /// <summary>Say that it is true.</summary>
    public sealed record Verify(string By, string How) : CaseCommand(By, How);

    /// <summary>Call it a false alarm.</summary>
    public sealed record CallOff(string Reason, string By, string Why) : CaseCommand(By, Why);

    /// <summary>Say what came of it.</summary>
    public sealed record FeedBack(ResponderId? Responder, string Result, string By) : CaseCommand(By, Result);

    /// <summary>Say whether it is done.</summary>
    public sealed record Check(bool Passed, ResponderId? Responder, string By, string Why) : CaseCommand(By, Why);

    /// <summary>Sign the evaluation.</summary>
    public sealed record Sign(string By, string Why) : CaseCommand(By, Why);

    /// <summary>Tell the next command level.</summary>
    public sealed record Escalate(string By, string Why) : CaseCommand(By, Why);

    /// <summary>Take note of an escalation.</summary>
    public sealed record Acknowledge(int Number, string By, string Why) : CaseCommand(By, Why);

    /// <summary>Record what a neighbour city has answered.</summary>
    public sealed record AnswerFor(int Number, int Count, DateTimeOffset? ArrivesAt, string By, string Why) : CaseCommand(By, Why);

    /// <summary>Say that a leader is on scene.</summary>
    public sealed record Lead(string Leader, DateTimeOffset ArrivedAt, string By) : CaseCommand(By, Leader);

    /// <summary>Hand the lead on scene over.</summary>
    public sealed record HandOver(OperationId Op, string By, string Why) : CaseCommand(By, Why);

    /// <summary>Hand it over to 12345.</summary>
    public sealed record Transfer(string Category, string By, string Why) : CaseCommand(By, Why);
}
