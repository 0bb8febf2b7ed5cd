using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Reads a body so that whatever is wrong with it becomes a reason, not an empty 400.</summary>
internal static class JsonBody
{
    /// <summary>Largest body taken, bytes; a batch of 1,000 positions is about 120 kB.</summary>
    public const long Limit = 1 << 20;

    public static async Task<Answer<T>> Read<T>(HttpRequest request)
        where T : class
    {
        if (!request.HasJsonContentType())
            return new Refusal(RefusalCode.Malformed, "The body must be JSON with Content-Type application/json.");
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, CityGuardJson.Options, request.HttpContext.RequestAborted) is { } value
                ? value
                : new Refusal(RefusalCode.Malformed, "The body is null.");
        }
        catch (JsonException e)
        {
            return new Refusal(RefusalCode.Malformed, $"The body is not valid at {e.Path ?? "$"}: {FirstSentence(e.Message)}");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Refusal(RefusalCode.TooLarge, $"The body is larger than {Limit} bytes; send smaller batches.");
        }
        catch (BadHttpRequestException e)
        {
            return new Refusal(RefusalCode.Malformed, e.Message);
        }
    }

    // The serializer appends " Path: ... | LineNumber: ..." which the answer says in its own words.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
