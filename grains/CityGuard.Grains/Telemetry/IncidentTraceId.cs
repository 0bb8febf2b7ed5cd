using System.Buffers.Text;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Telemetry;

/// <summary>
/// An incident's id is 128 bits of a digest, and so is a trace's. So an incident needs no trace id of its own: every silo, also after every restart, knows it, and
/// whoever has the incident has its trace.
/// </summary>
internal static class IncidentTraceId
{
    /// <summary>The trace of an incident, and the root span in it that all others hang from.</summary>
    public static ActivityContext Of(IncidentId incident)
    {
        Span<byte> bits = stackalloc byte[16];
        // The id's own check allows any well-formed text; what is no base64url is folded so that it still has one trace.
        if (!Base64Url.TryDecodeFromChars(incident.Value.AsSpan(2), bits, out var written) || written != bits.Length)
            for (var i = 2; i < incident.Value.Length; i++)
                bits[i % bits.Length] = (byte)((bits[i % bits.Length] * 31) + incident.Value[i]);
        // Zeros are no trace and no span.
        if (bits.IndexOfAnyExcept((byte)0) < 0)
            bits[0] = 1;
        Span<byte> root = stackalloc byte[8];
        for (var i = 0; i < root.Length; i++)
            root[i] = (byte)(bits[i] ^ bits[i + 8]);
        if (root.IndexOfAnyExcept((byte)0) < 0)
            root[0] = 1;
        return new ActivityContext(ActivityTraceId.CreateFromBytes(bits), ActivitySpanId.CreateFromBytes(root), ActivityTraceFlags.Recorded);
    }

    /// <summary>
    /// Makes a span the root that the others have named as their parent all along. The runtime gives every span a number by lot and has no other door; should a later
    /// runtime name the field otherwise, the root keeps its lot and stands beside the others in the same trace.
    /// </summary>
    public static void MakeRoot(Activity span, ActivitySpanId id)
    {
        try
        {
            Number(span) = id.ToHexString();
        }
        catch (MissingFieldException)
        {
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? Number(Activity span);
}
