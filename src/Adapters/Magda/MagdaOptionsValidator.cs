using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Magda;

/// <summary>What attributes cannot say: URLs, the list of citizens, and that something is asked at all.</summary>
internal sealed class MagdaOptionsValidator : IValidateOptions<MagdaOptions>
{
    public ValidateOptionsResult Validate(string? name, MagdaOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(MagdaOptions options)
    {
        if (!options.Asks)
            yield break;
        if (string.IsNullOrWhiteSpace(options.Identificatie))
            yield return "identificatie: put here the URI under which MAGDA knows this application (\"gent.be/ocmw-aip\").";
        if (string.IsNullOrWhiteSpace(options.Hoedanigheid))
            yield return "hoedanigheid: put here the purpose code of your deliberation (\"ipdc2858\").";
        var unplaced = Asked(options).Where(service => !options.Endpoints.ContainsKey(service)).ToList();
        if (options.Url is null ? unplaced.Count > 0 : !IsHttp(options.Url))
            yield return "url: put here the http(s) URL of MAGDA's SOAP services, or one for each service under endpoints.";
        foreach (var (service, url) in options.Endpoints)
        {
            if (MagdaService.All.All(known => known.Name != service))
                yield return $"endpoints: '{service}' is no service of this adapter; use {string.Join(", ", MagdaService.All.Select(known => known.Name).Distinct())}.";
            else if (!IsHttp(url))
                yield return $"endpoints:{service}: put here an http(s) URL.";
        }

        if (options.Citizens != "caseload" && !(options.Citizens.StartsWith("file:", StringComparison.Ordinal) && options.Citizens.Length > 5))
            yield return "citizens: \"caseload\", or \"file:PATH\" with one INSZ a line.";
        if (options.SocialeStatuten.Count > 8)
            yield return "socialeStatuten: MAGDA takes at most 8 statuses in one question, BIM_BVT, BIM_BVT_IN_FAMILY and LIVING_WAGES_PCSA_HELP among them.";
        if (!options.GeefPersoon && !options.GeefWerkrelaties && !options.GeefGezinssamenstelling && !options.GeefSociaalStatuut && !options.GeefLeefloonbedragen)
            yield return "geefWerkrelaties, geefPersoon, geefGezinssamenstelling, geefSociaalStatuut, geefLeefloonbedragen: at least one must be true, else nothing is asked.";
    }

    private static IEnumerable<string> Asked(MagdaOptions options)
    {
        if (options.GeefWerkrelaties)
            yield return MagdaService.GeefWerkrelaties.Name;
        if (options.GeefPersoon)
            yield return MagdaService.GeefPersoon.Name;
        if (options.GeefGezinssamenstelling)
            yield return MagdaService.GeefGezinssamenstelling.Name;
        if (options.GeefSociaalStatuut)
            yield return MagdaService.GeefSociaalStatuut.Name;
        if (options.GeefLeefloonbedragen)
            yield return MagdaService.GeefLeefloonbedragen.Name;
        if (options.MutatiesNotificaties is { } version)
            yield return (version == "02.00" ? MagdaService.GeefPersoonMutatiesNotificaties : MagdaService.GeefMutatiesNotificaties).Name;
        if (options.RegistreerInschrijving)
        {
            yield return MagdaService.RegistreerInschrijving0201.Name;
            yield return MagdaService.RegistreerUitschrijving.Name;
        }
    }

    private static bool IsHttp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}
