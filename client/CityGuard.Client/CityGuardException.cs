using CityGuard.Abstractions;

namespace CityGuard.Client;

/// <summary>The city refused, or could not be reached.</summary>
public sealed class CityGuardException : Exception
{
    internal CityGuardException(RefusalCode code, string reason, string? holder = null, bool isOutcomeUnknown = false, Exception? inner = null)
        : base(reason, inner)
        => (Code, Holder, IsOutcomeUnknown) = (code, holder, isOutcomeUnknown);

    internal CityGuardException(Refusal refusal)
        : this(refusal.Code, refusal.Reason, refusal.Holder, refusal.IsOutcomeUnknown)
    {
    }

    /// <summary>The class of refusal; <see cref="RefusalCode.Unavailable"/> also when there was no answer.</summary>
    public RefusalCode Code { get; }

    /// <summary>One sentence, English, naming the field or thing.</summary>
    public string Reason => Message;

    /// <summary>For a filled slot: who holds it and since when; else null.</summary>
    public string? Holder { get; }

    /// <summary>
    /// True when the request may or may not have been carried out: the answer was lost, and so were those of its repeats. To find out,
    /// send the same again: a command with the same <c>Command</c> id answers what became of it.
    /// </summary>
    public bool IsOutcomeUnknown { get; }
}
