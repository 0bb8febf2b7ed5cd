using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Client.Transports;

/// <summary>Turns HTTP answers into messages or typed exceptions.</summary>
internal static class ProblemReader
{
    public static bool IsMessage(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == "application/json";

    public static async Task<T> ReadMessage<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(CityGuardJson.Options, cancellationToken)
                ?? throw new JsonException("the answer is null");
        }
        catch (JsonException exception)
        {
            // Carried out, but the answer is not one of this API: another version, or something else at that address.
            throw new CityGuardException(RefusalCode.Malformed, $"The answer is not a {typeof(T).Name}: {exception.Message}", isOutcomeUnknown: true, inner: exception);
        }
    }

    public static async Task<CityGuardException> Read(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType == CityProblem.MediaType)
        {
            try
            {
                if (await response.Content.ReadFromJsonAsync<CityProblem>(CityGuardJson.Options, cancellationToken) is { } problem)
                    return new CityGuardException(problem.Code, problem.Detail, problem.Holder, IsUnknown(response.StatusCode));
            }
            catch (JsonException)
            {
                // Not one of ours after all; the status still tells the class.
            }
        }

        return new CityGuardException(CodeOf(response.StatusCode), $"HTTP {(int)response.StatusCode} {response.ReasonPhrase}", isOutcomeUnknown: IsUnknown(response.StatusCode));
    }

    private static bool IsUnknown(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout || ((int)status >= 500 && status is not HttpStatusCode.ServiceUnavailable);

    private static RefusalCode CodeOf(HttpStatusCode status) => (int)status switch
    {
        401 => RefusalCode.Unauthenticated,
        403 => RefusalCode.Forbidden,
        404 => RefusalCode.Unknown,
        409 or 412 => RefusalCode.Conflict,
        413 => RefusalCode.TooLarge,
        422 => RefusalCode.Unprocessable,
        408 or 429 or >= 500 => RefusalCode.Unavailable,
        _ => RefusalCode.Malformed,
    };
}
