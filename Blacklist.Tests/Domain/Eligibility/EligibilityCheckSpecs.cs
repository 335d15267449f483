using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Eligibility.ACase;

namespace Blacklist.Tests.Domain.Eligibility;

public sealed class EligibilityCheckSpecs
{
    [Theory]
    [InlineData(Position.Founder)]
    [InlineData(Position.PersonInCharge)]
    public void A_listed_person_is_refused_the_positions_the_rule_names(Position position)
    {
        var answer = Ask(Founder with { Position = position });
        answer.Verdict.ShouldBe(Verdict.Restricted);
        answer.Reasons.ShouldHaveSingleItem().ShouldBe(new Reason(
            ReasonCode.ListingInForce, Verdict.Restricted, TheListing.Number, TheRule, new DateOnly(2031, 3, 2), DocumentType.ResidentId,
            Disputed: false, answer.Reasons[0].Missing));
        answer.Reasons[0].Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Position.CouncilMember)]
    [InlineData(Position.Supervisor)]
    public void Positions_the_rule_does_not_name_are_free(Position position) =>
        Ask(Founder with { Position = position }).ShouldBeFree();

    [Fact]
    public void A_position_the_text_may_cover_is_for_a_human() =>
        Ask(Founder with { Position = Position.LegalRepresentative }).ShouldBeReview(ReasonCode.PositionDoubtful);

    [Fact]
    public void Where_the_rule_does_not_reach_nobody_is_refused() =>
        Ask(organization: TheOrganization with { Region = Beijing }).ShouldBeFree();

    [Fact]
    public void A_rule_for_charitable_organizations_bars_only_from_these()
    {
        var charity = Catalogue(TheRule with { Bars = TheRule.Bars with { CharitableOnly = true } });
        Ask(rules: charity).ShouldBeFree();
        Ask(rules: charity, organization: TheOrganization with { Charitable = true }).Verdict.ShouldBe(Verdict.Restricted);
    }

    [Fact]
    public void A_rule_for_foundations_bars_only_from_these()
    {
        var foundations = Catalogue(TheRule with { Bars = TheRule.Bars with { OrganizationKinds = [OrganizationKind.Foundation] } });
        Ask(rules: foundations).ShouldBeFree();
        Ask(rules: foundations, organization: TheOrganization with { Kind = OrganizationKind.Foundation }).Verdict.ShouldBe(Verdict.Restricted);
    }

    [Fact]
    public void Who_played_another_part_than_the_rule_names_is_free() =>
        Ask(listed: Listed with { Listing = TheListing with { Part = Part.CouncilMember } }).ShouldBeFree();

    [Fact]
    public void A_rule_for_revocations_leaves_bans_alone() =>
        Ask(rules: Catalogue(TheRule with { AppliesTo = TheRule.AppliesTo with { Dispositions = [DispositionKind.Revoked] } })).ShouldBeFree();

    [Fact]
    public void A_rule_for_revoked_foundations_needs_to_know_that_it_was_one()
    {
        var rules = Catalogue(TheRule with { AppliesTo = new Scope([DispositionKind.Revoked], [Part.PersonInCharge], [OrganizationKind.Foundation]) });
        var revoked = TheListing with { Disposition = DispositionKind.Revoked };
        Ask(listed: Listed with { Listing = revoked }, rules: rules).ShouldBeFree();
        Ask(listed: Listed with { Listing = revoked with { RegisteredAs = OrganizationKind.Foundation } }, rules: rules)
            .Verdict.ShouldBe(Verdict.Restricted);
    }

    [Fact]
    public void A_namesake_with_another_number_is_another_person()
    {
        var answer = Ask(new Applicant(Person("张三", OtherNumber), Position.Founder));
        answer.Verdict.ShouldBe(Verdict.Eligible);
        answer.Reasons.ShouldHaveSingleItem().Code.ShouldBe(ReasonCode.DifferentDocument);
    }

    [Fact]
    public void Of_many_namesakes_with_other_numbers_a_few_are_told_and_the_rest_is_counted()
    {
        var namesakes = Enumerable.Range(1, 5).Select(one => new Candidate(Listed with { Listing = TheListing with { Number = $"A-{one}" } })).ToList();
        var answer = AskAmong(namesakes, new Applicant(Person("张三", OtherNumber), Position.Founder));
        answer.Verdict.ShouldBe(Verdict.Eligible);
        answer.Reasons.Select(reason => reason.ListingNumber).ShouldBe(["A-1", "A-2", "A-3"]);
        answer.Omitted.ShouldBe(2);
    }

    [Fact]
    public void A_right_number_under_another_name_is_for_a_human() =>
        Ask(new Applicant(Person("欧阳修竹", Number), Position.Founder)).ShouldBeReview(ReasonCode.NameIncompatible);

    [Fact]
    public void A_listed_person_without_a_number_is_for_a_human() =>
        Ask(listed: Listed with { Identity = Person("张三") }).ShouldBeReview(ReasonCode.NameOnly);

    [Fact]
    public void An_applicant_without_a_document_is_for_a_human() =>
        Ask(new Applicant(Person("张三"), Position.Founder)).ShouldBeReview(ReasonCode.NameOnly);

    [Fact]
    public void A_stranger_is_free() => Ask(new Applicant(Person("欧阳修竹", OtherNumber), Position.Founder)).ShouldBeFree();

    [Theory]
    [InlineData(ListingStatus.Dropped)]
    [InlineData(ListingStatus.Annulled)]
    public void A_listing_that_ended_counts_for_nothing(ListingStatus status) =>
        Ask(listed: Listed with { Listing = TheListing with { Status = status } }).ShouldBeFree();

    [Fact]
    public void A_proposal_only_sends_to_a_human_and_names_what_is_missing()
    {
        var answer = Ask(listed: Listed with { Listing = TheListing with { Status = ListingStatus.Proposed } });
        answer.ShouldBeReview(ReasonCode.ElementMissing);
        answer.Reasons[0].Missing.ShouldBe([Element.NoticeServed, Element.DecidedBySecondPerson]);
    }

    [Fact]
    public void A_noticed_proposal_lacks_the_second_person()
    {
        var answer = Ask(listed: Listed with { Listing = TheListing with { Status = ListingStatus.NoticeServed } });
        answer.ShouldBeReview(ReasonCode.ElementMissing);
        answer.Reasons[0].Missing.ShouldBe([Element.DecidedBySecondPerson]);
    }

    [Fact]
    public void A_listing_whose_decision_was_annulled_lacks_its_basis()
    {
        var answer = Ask(listed: Listed with { Listing = TheListing with { DispositionAnnulled = true } });
        answer.ShouldBeReview(ReasonCode.ElementMissing);
        answer.Reasons[0].Missing.ShouldBe([Element.DecisionDocument]);
    }

    [Fact]
    public void The_last_day_of_the_term_still_counts() => Ask(on: new DateOnly(2031, 3, 2)).Verdict.ShouldBe(Verdict.Restricted);

    [Fact]
    public void The_day_after_the_term_is_free() => Ask(on: new DateOnly(2031, 3, 3)).ShouldBeFree();

    [Fact]
    public void An_indefinite_rule_has_no_last_day()
    {
        var answer = Ask(rules: Catalogue(TheRule with { Term = Blacklist.Domain.Calendar.Term.Indefinite }), on: new DateOnly(2099, 1, 1));
        answer.Verdict.ShouldBe(Verdict.Restricted);
        answer.Reasons[0].Until.ShouldBeNull();
    }

    [Fact]
    public void An_unconfirmed_rule_never_refuses() =>
        Ask(rules: Catalogue(TheRule with { Confirmed = null })).ShouldBeReview(ReasonCode.RuleUnconfirmed);

    [Fact]
    public void A_rule_that_has_ended_never_refuses() =>
        Ask(rules: Catalogue(TheRule with { ValidTo = Today.AddDays(-1) })).ShouldBeReview(ReasonCode.RuleNotInForce);

    [Fact]
    public void A_rule_that_came_after_the_ban_never_refuses() =>
        Ask(rules: Catalogue(TheRule with { ValidFrom = TheListing.DispositionDate.AddDays(1) })).ShouldBeReview(ReasonCode.RuleNotInForce);

    [Fact]
    public void A_rule_of_unknown_validity_never_refuses() =>
        Ask(rules: Catalogue(TheRule with { ValidFrom = null })).ShouldBeReview(ReasonCode.RuleNotInForce);

    [Fact]
    public void A_rule_that_asks_for_review_never_refuses() =>
        Ask(rules: Catalogue(TheRule with { Effect = Effect.Review })).ShouldBeReview(ReasonCode.RuleAsksForReview);

    [Fact]
    public void The_dispute_travels_with_the_answer()
    {
        var answer = Ask(listed: Listed with { Listing = ListingFacts.Evolve(TheListing, Listings.AListing.Disputed) });
        answer.Verdict.ShouldBe(Verdict.Restricted);
        answer.Reasons[0].Disputed.ShouldBeTrue();
    }

    [Fact]
    public void Two_rules_give_two_reasons_and_the_stricter_verdict()
    {
        var answer = Ask(rules: Catalogue(TheRule with { Id = "soft", Effect = Effect.Review }, TheRule));
        answer.Verdict.ShouldBe(Verdict.Restricted);
        answer.Reasons.Select(reason => reason.Rule.Id).ShouldBe(["erdos-2018-4-2", "soft"]);
    }

    [Fact]
    public void No_rule_no_restriction() => Ask(rules: Catalogue()).ShouldBeFree();

    [Fact]
    public void The_one_restricted_person_is_found_in_every_place_of_every_batch()
    {
        var (stranger, rules) = (new Applicant(Person("欧阳修竹", OtherNumber), Position.Founder), Catalogue(TheRule));
        for (var count = 1; count <= 200; count++)
        {
            for (var place = 0; place < count; place++)
            {
                var applicants = Enumerable.Repeat(stranger, count).ToArray();
                applicants[place] = Founder;
                var answer = EligibilityCheck.Answer(
                    new EligibilityQuestion("A-1", CheckPurpose.Registration, TheOrganization, applicants),
                    one => ReferenceEquals(one, Founder) ? [new Candidate(Listed)] : [], [], rules, KnownRegions, Today);
                answer.Verdict.ShouldBe(Verdict.Restricted);
                answer.Applicants.Where(one => one.Verdict != Verdict.Eligible).ShouldHaveSingleItem().Index.ShouldBe(place);
            }
        }
    }
}

internal static class AnswerExpectations
{
    public static void ShouldBeFree(this ApplicantAnswer answer)
    {
        answer.Verdict.ShouldBe(Verdict.Eligible);
        answer.Reasons.ShouldBeEmpty();
    }

    public static void ShouldBeReview(this ApplicantAnswer answer, ReasonCode code)
    {
        answer.Verdict.ShouldBe(Verdict.Review);
        answer.Reasons.ShouldHaveSingleItem().Code.ShouldBe(code);
    }
}
