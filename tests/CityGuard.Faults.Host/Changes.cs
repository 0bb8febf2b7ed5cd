using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CityGuard.Faults.Host;

/// <summary>What a campaign changes in a host, by the words in <c>CITYGUARD_TEST_CHANGES</c>.</summary>
internal static class Changes
{
    public const string Scatter = "scattered", UncheckedVersions = "unchecked-versions", Poison = "poison", CountMessages = "count-messages", Clock = "clock";

    public static void Apply(IServiceCollection services)
    {
        foreach (var change in (Environment.GetEnvironmentVariable("CITYGUARD_TEST_CHANGES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            _ = change switch
            {
                Scatter => services.AddSingleton<PlacementSeed, Scattered>(),
                UncheckedVersions => Decorate(services, inner => new UncheckedJournal(inner)),
                CountMessages => services.AddHostedService<MessageCount>(),
                Poison => services.AddSingleton<IIncomingGrainCallFilter, PoisonedCalls>(),
                Clock => services.AddSingleton<TimeProvider>(new SteadyClock(new JumpingClock())),
                _ => throw new ArgumentException($"no change is called '{change}'"),
            };
    }

    private static IServiceCollection Decorate(IServiceCollection services, Func<IJournal, IJournal> with)
    {
        var inner = (IJournal)services.Last(s => s.ServiceType == typeof(IJournal)).ImplementationInstance!;
        return services.AddSingleton(with(inner));
    }
}
