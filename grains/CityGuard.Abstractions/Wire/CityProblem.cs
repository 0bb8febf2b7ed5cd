namespace CityGuard.Abstractions.Wire;

/// <summary>An error as <c>application/problem+json</c> (RFC 9457) with our class of refusal.</summary>
/// <param name="Type">A stable URI of the class, <c>urn:cityguard:</c> and the code.</param>
/// <param name="Title">The class in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">One sentence, naming the field or thing.</param>
/// <param name="Code">The class.</param>
/// <param name="Holder">For a filled slot: who holds it and since when.</param>
public sealed record CityProblem(string Type, string Title, int Status, string Detail, RefusalCode Code, string? Holder = null)
{
    /// <summary>Media type of the answer.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The problem that tells of a refusal.</summary>
    public static CityProblem From(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var (status, title) = refusal.Code switch
        {
            RefusalCode.Malformed => (400, "Malformed request"),
            RefusalCode.Unauthenticated => (401, "No valid key or identity"),
            RefusalCode.Forbidden => (403, "Scope missing"),
            RefusalCode.Unknown => (404, "No such thing"),
            RefusalCode.Conflict => (409, "Conflict of order, epoch or version"),
            RefusalCode.TooLarge => (413, "Too large"),
            RefusalCode.Unprocessable => (422, "Not possible here"),
            // 503 says that nothing was done and it may be repeated without harm; 504 says neither.
            RefusalCode.Unavailable => refusal.IsOutcomeUnknown ? (504, "Outcome unknown") : (503, "Not now"),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "not a class of refusal"),
        };
        var code = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(refusal.Code.ToString());
        return new($"urn:cityguard:{code}", title, status, refusal.Reason, refusal.Code, refusal.Holder);
    }
}
