// Everything: rule sets, scorecards, ratings, reports, records.
#pragma once

#include <ocop/analysis.hpp>
#include <ocop/arrow.hpp>
#include <ocop/batch.hpp>
#include <ocop/condition.hpp>
#include <ocop/diagnostic.hpp>
#include <ocop/form.hpp>
#include <ocop/improve.hpp>
#include <ocop/number.hpp>
#include <ocop/plan.hpp>
#include <ocop/portfolio.hpp>
#include <ocop/rating.hpp>
#include <ocop/record.hpp>
#include <ocop/records.hpp>
#include <ocop/report.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/rule_test.hpp>
#include <ocop/schema.hpp>
#include <ocop/scorecard.hpp>
#include <ocop/text.hpp>
#include <ocop/version.hpp>
