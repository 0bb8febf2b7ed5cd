namespace CityGuard.Domain.Responders;

/// <summary>A shorter sign-in while a duty level is in force. The first one is due one interval after the level began.</summary>
/// <param name="Within">The interval.</param>
/// <param name="From">When the level began.</param>
/// <param name="Until">When it is over.</param>
public sealed record TightSignIn(TimeSpan Within, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>When a sign-in lapses that would lapse at another moment without the level.</summary>
    /// <param name="signedIn">The last sign-in.</param>
    /// <param name="otherwise">When it lapses without the level.</param>
    public DateTimeOffset Lapses(DateTimeOffset signedIn, DateTimeOffset otherwise)
    {
        var due = (signedIn > From ? signedIn : From) + Within;
        return due < otherwise && due < Until ? due : otherwise;
    }
}
