using CityGuard.Domain.Geography;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Dispatch;

/// <summary>Makes a <see cref="Requirement"/> of a role of a plan.</summary>
public static class RequirementCompiler
{
    /// <summary>
    /// Compiles a role. Its clock is not a limit: whoever comes first is sent even when he comes late, so nobody waits for a car that does not exist.
    /// </summary>
    /// <param name="role">The role.</param>
    /// <param name="count">How many are still wanted.</param>
    /// <param name="kinds">The city's kinds of responder, by key.</param>
    /// <param name="capabilities">The city's capabilities, by key.</param>
    /// <exception cref="FormatException">The role names an unknown kind or capability.</exception>
    public static Requirement Compile(PlanRole role, int count, IReadOnlyList<string> kinds, IReadOnlyList<string> capabilities)
        => new(KeyMask.OfOrAll(kinds, role.Kinds), KeyMask.Of(capabilities, role.Capabilities), (byte)Math.Clamp(count, 0, byte.MaxValue), Travel.Beyond);
}
