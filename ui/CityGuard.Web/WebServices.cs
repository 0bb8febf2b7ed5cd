using CityGuard.Web.Components.Events;
using CityGuard.Web.Desk;
using CityGuard.Web.Events;
using CityGuard.Web.Feed;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace CityGuard.Web;

/// <summary>
/// What the host adds to serve the page. The host supplies <see cref="ICityMapSource"/>, <see cref="IUserCredential"/>,
/// <see cref="IServiceCredential"/>, <see cref="IFieldState"/>, an <see cref="IGrainFactory"/>, sign-in and the policy <see cref="WebPolicies.View"/>.
/// </summary>
public static class WebServices
{
    public static IServiceCollection AddCityGuardWeb(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MapParts>();
        services.AddSingleton<CityNames>();
        services.AddSingleton<CityClock>();
        services.AddSingleton<PostedResponders>();
        services.AddSingleton<RelayWatch>();
        services.AddSingleton<FeedHub>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedHub>());
        services.AddSingleton<CityPanels>();
        services.AddHostedService(provider => provider.GetRequiredService<CityPanels>());
        services.AddSingleton<SessionEnd>();
        services.AddScoped<SessionAccess>();
        services.AddScoped<DeskCommands>();
        services.AddScoped<ActTexts>();
        services.AddScoped<RefusalWords>();
        services.AddScoped<PriceWords>();
        services.AddScoped<MeasureWords>();
        services.AddSingleton<EventNames>();
        services.AddScoped<EventCommands>();
        services.AddScoped<EventQuestions>();
        return services;
    }
}
