using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CityGuard.Silo.Security;

/// <summary>What is kept of a secret: its hash as a name, and JSON. Whoever reads the store learns no key.</summary>
internal static class SecretName
{
    private const string Ending = ".json";

    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) + Ending;

    /// <summary>False for what else lies in the folder: keys that sign.</summary>
    public static bool IsOne(string name) => name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Null where there is nothing, or something that this version does not read.</summary>
    public static T? Parse<T>(byte[]? json)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
